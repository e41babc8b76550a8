// # Conversation
//
// Document 004's conversation as a graph: `check_notifications → router → faq_agent | booking_agent | escalation_agent →
// respond`. `ConversationState` is what is stored and shown, `SessionEvent` what is reported, `DialogueState` what the
// graph runs on, `RuleUnderstanding` what makes sense of words.
//
// *Assumes* a `Domain`: the names, hours and words of one house. *Out of scope*: running tools, speaking, storing.
//
// Laws:
// 1. Only `respond` speaks, once a turn; the router decides and says nothing.
// 2. Facts (prices, hours, free times, customers) come from tools or the domain, never from understanding.
// 3. The next question of a booking follows from its slots alone.
// 4. Every state names the vocabulary of the answer it waits for.
// 5. The same words, question and day are understood in the same way.
// 6. Nothing is written that was not read back and agreed to; of an appointment nobody hears without its phone number.
// 7. A turn ends whatever tools, models and callers say.
