/** Why these use cases leave no entry in anybody’s log: whose data is not in them. */
export const why = {
  bulletins: 'words for an audience and the officials who wrote them',
  communicationPlan: 'a plan of communication, nobody’s data',
  questions: 'a question in somebody’s own words, without a name; no client’s file',
};
