extension EndOfTurn {
    /// Between what the wait lies, whatever words and voice say.
    package struct Limits: Hashable, Sendable {
        package var shortest: Duration
        package var longest: Duration

        package init(shortest: Duration, longest: Duration) {
            self.shortest = min(shortest, longest)
            self.longest = longest
        }

        /// A yes is over at once; digits come in groups with long pauses between them.
        package static func of(_ profile: AnswerProfile) -> Limits {
            switch profile {
            case .open: Limits(shortest: .milliseconds(250), longest: .milliseconds(1_800))
            case .yesNo: Limits(shortest: .milliseconds(220), longest: .milliseconds(1_400))
            case .digits: Limits(shortest: .milliseconds(300), longest: .milliseconds(2_000))
            case .date: Limits(shortest: .milliseconds(260), longest: .milliseconds(1_700))
            case .name: Limits(shortest: .milliseconds(280), longest: .milliseconds(1_700))
            }
        }
    }
}
