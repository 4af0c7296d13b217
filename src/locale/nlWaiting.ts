/** Dutch texts of what waits on the device and needs the person's eye, in the register of "je". They come with the chunk that shows them. */
export const nlWaiting = {
  'wait.late':
    '{n} vraag wacht al {days} dagen. Je browser kan hem wissen. Verstuur hem op een andere manier.|{n} vragen wachten al {days} dagen. Je browser kan ze wissen. Verstuur ze op een andere manier.',
  'wait.late.ways': 'Anders versturen',
  'wait.late.replies':
    '{n} reactie wacht al {days} dagen. Je browser kan hem wissen. Kopieer de tekst.|{n} reacties wachten al {days} dagen. Je browser kan ze wissen. Kopieer de tekst.',
  'wait.late.reply': 'Naar de reactie',
  'off.queued.replies': '{n} reactie staat klaar.|{n} reacties staan klaar.',
  'wait.draft': 'Wat je schreef is nog niet verstuurd. We wissen het op {date} om {time}.',
  'wait.draft.keep': 'Langer bewaren',
  'off.unreadable':
    '{n} vraag is niet meer te lezen. Stel hem opnieuw.|{n} vragen zijn niet meer te lezen. Stel ze opnieuw.',
  'off.discard': 'Uit de lijst halen',
};
