import Supervision
package import Conversation
import Dealership
package import Engine
package import FoundationEssentials
package import Speech
package import Store

/// What every session of a process shares.
package struct World: Sendable {
    package let database: Database
    package let sessions: any SessionStore
    /// What the processes tell each other.
    package let exchange: Exchange
    /// The name of this process, unique among all that share the exchange.
    package let process: String
    /// Finds people who take a session over; `nil`: there are none.
    package let handoffs: (any HandoffDesk)?
    package let memory: SessionMemory
    package let domain: Domain
    package let clock: @Sendable () -> Date
    package let responder: any HumanResponder
    /// Asked what an utterance means when the rules are unsure, and for better words.
    package let understanding: (any LanguageUnderstanding)?
    package let modelDeadline: Duration
    /// What a caller can be asked to wait for a tool.
    package let toolDeadline: Duration
    /// How long whoever typed something waits for the answer, wherever it is made.
    package let answerDeadline: Duration
    /// Where calls that change anything are written down before they are made.
    package let ledger: any ToolLedgerStore
    /// Told of every tool's request and answer, before the conversation is.
    package let witness: (@Sendable (ToolRequest, ToolAnswer) -> Void)?
    package let graph: ConversationGraph.Compiled

    /// - Parameters:
    ///   - exchange: Of this process alone, unless another is given.
    ///   - checkpoints: Where conversations are kept that may go on in another process.
    ///   - model: Asked when the rules are unsure, and for better words; every failure falls back to the rules.
    ///   - modelDeadline: For one answer of the model.
    ///   - toolDeadline: For one answer of a tool.
    ///
    /// Throws only when the conversation's graph has a defect.
    package init(
        database: Database, sessions: any SessionStore = MemorySessionStore(), exchange: Exchange? = nil,
        process: String = RandomID.make("proc"), handoffs: (any HandoffDesk)? = nil,
        checkpoints: any CheckpointStore = MemoryCheckpointStore(),
        domain: Domain = .dealership(timeZone: .current), clock: @escaping @Sendable () -> Date = { Date() },
        responder: any HumanResponder = SimulatedResponder(), model: (any ChatModel)? = nil,
        modelDeadline: Duration = .seconds(5), toolDeadline: Duration = .seconds(4),
        answerDeadline: Duration = .seconds(15),
        witness: (@Sendable (ToolRequest, ToolAnswer) -> Void)? = nil
    ) throws(InvalidGraph) {
        self.database = database
        self.sessions = sessions
        let exchange = exchange ?? .inProcess(clock: clock)
        self.exchange = exchange
        self.process = process
        self.handoffs = handoffs
        self.domain = domain
        self.clock = clock
        self.responder = responder
        understanding = model.map { ModelUnderstanding($0, domain: domain) }
        self.modelDeadline = modelDeadline
        self.toolDeadline = toolDeadline
        self.answerDeadline = answerDeadline
        ledger = SQLToolLedgerStore(database)
        self.witness = witness
        graph = try ConversationGraph(domain, assistance: model == nil ? nil : 0.5, phrasing: model != nil).compile()
            .traced
        memory = SessionMemory(checkpoints, log: exchange.log, clock: clock)
    }

    /// What happened in every session.
    package var log: any EventLog { exchange.log }
}
