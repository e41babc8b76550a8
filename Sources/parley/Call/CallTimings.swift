/// How patient a call is.
struct CallTimings: Hashable, Sendable {
    /// For the server to let us in, new attempts included.
    var joining: Duration = .seconds(15)
    /// For the agent to come, and for each of its answers to begin.
    var patience: Duration = .seconds(30)
    /// For the agent's first words. An agent that has none is then spoken to.
    var greeting: Duration = .seconds(8)
    /// So long without a loud packet, and the agent has finished.
    var pause: Duration = .milliseconds(800)
    /// The same when the caller spoke in between: a shorter gap tells a new answer from the old one.
    var turnGap: Duration = .milliseconds(250)
    /// So long a silence counts, even though the agent says that it is thinking or speaking.
    var longestPause: Duration = .seconds(4)
    /// For the words of the agent's last sound, from an agent that shows its words: where packets are lost they come seconds
    /// after the sound.
    var words: Duration = .seconds(8)
    /// For an agent whose connection broke to come back.
    var agentReturn: Duration = .seconds(15)
    /// How long the caller listens on after the last answer.
    var linger: Duration = .zero
}
