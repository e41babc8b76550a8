/// How a path treats datagrams.
package struct NetworkConditions: Hashable, Sendable {
    /// One way.
    package var latency: Duration
    /// Added to the latency, uniform from zero to this. Does not by itself change the order.
    package var jitter: Duration
    /// Probability from 0 to 1 that a datagram vanishes.
    package var loss: Double
    /// Probability that a datagram arrives twice.
    package var duplication: Double
    /// Probability that a datagram is held back, so that later ones overtake it.
    package var reordering: Double
    /// How long a held datagram is late.
    package var holding: Duration

    package init(
        latency: Duration = .milliseconds(20), jitter: Duration = .zero, loss: Double = 0, duplication: Double = 0,
        reordering: Double = 0, holding: Duration = .milliseconds(30)
    ) {
        self.latency = latency
        self.jitter = jitter
        self.loss = loss
        self.duplication = duplication
        self.reordering = reordering
        self.holding = holding
    }

    /// The same for a stream, which delivers everything once and in order.
    var reliable: NetworkConditions {
        NetworkConditions(latency: latency, jitter: jitter)
    }

    /// 20 ms each way and nothing else.
    package static let clean = NetworkConditions()
    /// What a bad mobile network does.
    package static let rough = NetworkConditions(
        latency: .milliseconds(40), jitter: .milliseconds(30), loss: 0.1, duplication: 0.02, reordering: 0.05)
}
