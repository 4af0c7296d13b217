/** Dutch texts of hints, in the register of "je". They come with the chunk that shows them, which may be there without the panel. */
export const nlHints = {
  'hint.name': 'Uitleg',
  'hint.about': 'Uitleg bij {label}',
  'hint.close': 'Sluiten',
  'hint.next': 'Volgende',
  'hint.prev': 'Vorige',
  'hint.done': 'Begrepen',
  'hint.later': 'Later',
  'hint.never': 'Niet meer laten zien',
  'hint.step': 'Stap {i} van {n}',
  'hint.tasks': '{n} van {total} klaar',
  'hint.task.done': 'klaar',
  'hint.gone': 'Deze plek is er nu niet.',
  'hint.article.gone': 'Dit artikel is er nu niet.',
  'hint.other.gone': 'Deze uitleg is er nu niet.',
  'hint.tour.stopped': 'Je vindt deze uitleg terug bij Aanwijzingen op deze pagina.',
} as const;
