extension PhraseRule {
    /// What steers the conversation itself; looked at before anything else, in this order.
    static let control: [PhraseRule] = [
        PhraseRule(
            .repeat, 0.95,
            any: [
                "repeat", "say that again", "say it again", "come again", "pardon", "pardon me", "what did you say",
                "didn't catch", "did not catch", "didn't hear", "one more time", "couldn't hear", "can't hear you",
                "say again", "didn't understand",
            ]),
        PhraseRule(
            .hold, 0.9,
            any: [
                "hang on", "hold on", "one moment", "just a moment", "just a second", "just a minute", "one second",
                "one sec", "a sec", "let me check", "let me see", "let me look", "let me think", "give me a moment",
                "give me a second", "give me a minute", "wait a second", "wait a minute", "bear with me",
            ]),
        PhraseRule(
            .smallTalk, 0.9,
            any: [
                "are you a", "are you real", "am i talking to a", "who are you", "what are you", "your name",
                "how are you", "how's it going", "how are things", "a joke", "nice to meet you",
            ], without: ["speak to", "talk to a real", "transfer"]),
        PhraseRule(
            .escalation, 0.95,
            any: [
                "human", "humans", "real person", "live person", "representative", "operator", "live agent",
                "real agent", "transfer me", "put me through", "connect me", "the manager", "a manager",
                "your manager", "customer service",
            ]),
        PhraseRule(
            .escalation, 0.95,
            any: [
                "someone", "somebody", "anyone", "anybody", "a person", "people", "an agent", "an advisor", "sales",
                "a colleague", "salesperson", "service department", "a mechanic", "a technician", "the boss",
            ],
            with: ["talk", "speak", "talk to", "speak to", "speak with", "talk with", "reach", "get me", "call me"]),
        PhraseRule(
            .goodbye, 0.95,
            any: [
                "goodbye", "good bye", "bye", "bye bye", "that's all", "that is all", "that'll be all",
                "that will be all", "that was all", "have a good day", "have a nice day", "hang up", "that's it",
                "that's everything", "i'm done", "we're done", "see you",
            ],
            without: ["what time", "how much", "book", "change"]),
    ]

    /// What undoes a booking.
    static let undo: [PhraseRule] = [
        PhraseRule(
            .reschedule, 0.95,
            any: [
                "reschedule", "move my appointment", "change my appointment", "move the appointment",
                "change the appointment", "move it to", "postpone", "push back", "move my booking",
                "different day for my appointment", "another day for my appointment", "move my",
            ]),
        PhraseRule(
            .cancel, 0.95,
            any: ["cancel", "call off", "never mind", "nevermind", "forget it", "forget about it", "stop the booking"]),
    ]
}
