/// What the agent says by itself, when the graph cannot be asked.
package struct Phrases: Hashable, Sendable {
    package var greeting: String
    package var holding: String
    package var apology: String
    package var repair: String
    /// One for each prompt in turn; the last one again when there are more prompts.
    package var silencePrompts: [String]
    package var silenceFarewell: String
    package var repairFarewell: String

    package init(
        greeting: String = "Hello, how can I help you?",
        holding: String = "One moment, please.",
        apology: String = "I am sorry, something went wrong on my side. Could you say that again?",
        repair: String = "I am sorry, I did not catch that. Could you say it again?",
        silencePrompts: [String] = ["Are you still there?", "I cannot hear you. Is there anything I can do for you?"],
        silenceFarewell: String = "I cannot hear anyone, so I will hang up now. Please call again. Goodbye.",
        repairFarewell: String = "I am sorry, the line is too bad to understand you. Please call again. Goodbye."
    ) {
        self.greeting = greeting
        self.holding = holding
        self.apology = apology
        self.repair = repair
        self.silencePrompts = silencePrompts
        self.silenceFarewell = silenceFarewell
        self.repairFarewell = repairFarewell
    }
}
