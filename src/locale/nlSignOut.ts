/** Dutch texts of leaving a shared computer, in the register of "je". They come with the chunk that shows them. */
export const nlSignOut = {
  'out.title': 'Voordat je uitlogt',
  'out.questions': '{n} vraag is nog niet verstuurd.|{n} vragen zijn nog niet verstuurd.',
  'out.replies': '{n} reactie is nog niet verstuurd.|{n} reacties zijn nog niet verstuurd.',
  'out.drafts': '{n} vraag is nog niet af.|{n} vragen zijn nog niet af.',
  'out.choices': 'Wat doen we ermee?',
  'out.send': 'Nu versturen',
  'out.send.sub': 'Wat nu niet lukt, bewaren we hier.',
  'out.keep': 'Hier bewaren',
  'out.keep.sealed': 'Op slot op dit apparaat. Alleen jij kunt erbij.',
  'out.keep.open': 'Op dit apparaat, tot je weer inlogt.',
  'out.delete': 'Van dit apparaat wissen',
  'out.delete.sub': 'Dan is het weg. Je kunt het niet terughalen.',
  'out.nothing': 'Kies je niets? Dan bewaren we het hier.',
  'out.nowhere': 'Bewaren kan hier niet. Wat niet verstuurd is, gaat weg.',
  'out.sending': 'We versturen nu…',
};
