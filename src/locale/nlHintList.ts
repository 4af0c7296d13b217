/** Dutch texts of the list of hints in the panel. */
export const nlHintList = {
  'hint.list': 'Aanwijzingen op deze pagina',
  'hint.list.none': 'Voor deze pagina zijn er nu geen aanwijzingen.',
  'hint.switch': 'Aanwijzingen vanzelf laten zien',
} as const;
