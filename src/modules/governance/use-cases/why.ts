/** Why these use cases leave no entry in anybody’s log: whose data is not in them. */
export const why = {
  attachments: 'an attachment of an item; officials stand in it in their office',
  deciding: 'what a body decided; officials stand in it in their office',
  distribution: 'who is told of a decision, by position; an account is an official or a trustee',
  items: 'an item of a body; officials stand in it in their office',
  lists: 'who is told of decisions, by position; an account is an official or a trustee',
  meetings: 'a meeting of officials and trustees, by position',
  members: 'a seat by position; an account is an official or a trustee who signs in here',
  minutes: 'minutes for all to read, by position and without names',
  voting: 'how the seats of a body voted; officials and trustees in their office',
};
