package import Conversation
import Document
package import Engine
import FoundationEssentials
import Store
import Supervision

/// One session: takes what the caller says, gives what is to be said.
package actor ConversationHost {
    package nonisolated let sessionID: String
    package nonisolated let channel: SessionSummary.Channel
    /// Whether the conversation began in another process, or before this one was restarted.
    package nonisolated let isResumed: Bool
    /// What is said of its own accord: notifications of background tasks and what people decided, to be spoken by their
    /// priority. Holds sixteen; more are dropped, and stay in the event log. Voice only: in a chat the next reply begins
    /// with them.
    package nonisolated let notifications: AsyncStream<Reply>

    let world: World
    var execution: Execution<DialogueState, ConversationEffect>
    var summary: SessionSummary
    var searches: [String: Task<Void, Never>] = [:]
    /// The newest replies by id, for `heard`.
    var planned: [(id: String, text: String)] = []
    var speculation: Speculation?
    /// Wakes the graph at its next deadline.
    var alarm: Task<Void, Never>?
    /// Told of what the control of the session has to know.
    var observer: (@Sendable (SessionControl.Event) -> Void)?
    /// Changes to the conversation that wait for the turn at hand to be over.
    var arrivals: [@Sendable (inout DialogueState) -> Void] = []
    /// The last words and what the conversation was before them, while they can be answered anew.
    var before: (text: String, execution: Execution<DialogueState, ConversationEffect>)?
    /// How often an answer was given up.
    var abandonments = 0
    /// The questions to people that the observer knows to be open.
    var asked: Set<RequestID> = []
    /// The log's number of the newest event by which the conversation moved.
    package private(set) var lastMove = 0
    /// Whether what another process left to do was taken up.
    var hasTakenUp = false
    private(set) var hasEnded = false

    private let notify: AsyncStream<Reply>.Continuation
    private var gate = TurnGate(capacity: 16)
    private var checkpoints: Checkpoints<DialogueState, ConversationEffect>
    /// A chat's newest checkpoint until its answer is given.
    private var unsettled: StoredCheckpoint?
    private var replies: Int
    private var hasStarted = false
    private let shelf: SessionShelf

    /// Begins a session, or goes on with one from its checkpoint.
    package init(
        sessionID: String, channel: SessionSummary.Channel, room: String? = nil, world: World,
        resuming checkpoint: Checkpoint<DialogueState, ConversationEffect>? = nil
    ) {
        self.sessionID = sessionID
        self.channel = channel
        self.world = world
        isResumed = checkpoint != nil
        if let checkpoint {
            execution = checkpoint.execution
            // The checkpoint was numbered when it was written: what follows counts on from it.
            checkpoints = Checkpoints(after: checkpoint, capacity: Self.held)
        } else {
            let state = ConversationState(sessionID: sessionID, createdAt: world.clock())
            execution = Execution(
                DialogueState(conversation: state, memory: DialogueMemory(speaksAtOnce: channel == .voice)))
            checkpoints = Checkpoints(capacity: Self.held)
        }
        // Every reply had a checkpoint, so the ids of new ones are new.
        replies = checkpoint?.sequence ?? 0
        let state = execution.state.conversation
        summary = SessionSummary(id: sessionID, channel: channel, room: room, startedAt: state.createdAt)
        summary.absorb(state)
        shelf = SessionShelf(world.sessions, clock: world.clock)
        (notifications, notify) = AsyncStream.makeStream(bufferingPolicy: .bufferingOldest(16))
    }

    /// Checkpoints held in memory; the store has more.
    private static let held = 4

    /// What is known so far.
    package var state: ConversationState { execution.state.conversation }

    /// What the caller was asked last, if anything.
    package var question: Question? { execution.state.memory.question }

    /// The recogniser's language model for what the caller says next.
    package var vocabulary: String { execution.state.vocabulary }

    /// The newest checkpoints, for a look at how the graph got here: sequence, parent, and where it waits.
    package var history: [Checkpoint<DialogueState, ConversationEffect>] {
        checkpoints.latest.map { checkpoints.history(of: $0.sequence) } ?? []
    }

    // MARK: The gate

    /// Runs a body alone, after everything that came before it. What the host itself has to do is never refused. Whoever
    /// asked may stop waiting: what was begun is done all the same.
    func alone<Value: Sendable>(
        isOwn: Bool = false, _ body: @escaping () async -> Value
    ) async throws(HostError) -> Value {
        if hasEnded { throw .ended }
        if !gate.tryEnter() {
            if gate.isFull, !isOwn { throw .overloaded }
            await withCheckedContinuation { gate.wait($0) }
        }
        defer { gate.leave() }
        if hasEnded { throw .ended }
        return await Task { await inTurn(body) }.value
    }

    private func inTurn<Value: Sendable>(_ body: () async -> Value) async -> Value { await body() }

    // MARK: What the turns keep

    /// Announces the session, once.
    func start() async {
        guard !hasStarted else { return }
        hasStarted = true
        await record(.lifecycle(summary))
        shelf.put(nil, summary)
    }

    func record(_ kind: SessionEvent.Kind) async {
        let event = await world.log.append(SessionEvent(sessionID, kind), at: world.clock())
        if kind.movesConversation { lastMove = max(lastMove, event.sequence) }
    }

    /// Takes an execution as the session's own and gives it a number. What is about to be written to the world waits until
    /// the checkpoint is kept; everything else goes on at once. `false` when it could not be kept, or was not its turn.
    @discardableResult
    func checkpoint(_ next: inout Execution<DialogueState, ConversationEffect>, isSettled: Bool = false) async -> Bool {
        checkpoints.record(&next, at: world.clock())
        execution = next
        tellQuestions()
        guard let latest = checkpoints.latest else { return false }
        do {
            let stored = try StoredCheckpoint(latest, of: sessionID, hasEnded: hasEnded, world.graph)
            if channel == .chat { unsettled = stored }
            if isSettled {
                try await world.memory.write(stored)
            } else {
                world.memory.submit(stored)
            }
            return true
        } catch {
            await record(.extra(type: "error", fields: ["message": .string("a checkpoint was not written: \(error)")]))
            return false
        }
    }

    /// A checkpoint for a step with these requests. Where one of them changes the world and the checkpoint cannot be kept,
    /// it is not done: another process may be holding this conversation, or would not know that it was begun.
    func checkpoint(_ progress: inout TurnProgress, for requests: [Request<ConversationEffect>]) async {
        let isWriting = requests.contains { $0.effect.isWriting }
        guard await !checkpoint(&progress.execution, isSettled: isWriting), isWriting else { return }
        for request in progress.requests where request.effect.isWriting {
            guard let id = request.id else { continue }
            progress.events.append(.tool(id, .failed("the conversation could not be written down")))
        }
        progress.requests.removeAll { $0.effect.isWriting }
    }

    /// In a chat, an answer is not given before its checkpoint is kept, so that what was read is never forgotten. On the
    /// phone the write goes on while the answer becomes sound. A store that does not answer is not waited for.
    func settle() async {
        guard let stored = unsettled else { return }
        unsettled = nil
        _ = await withDeadline(.seconds(1)) { [world] in try await world.memory.write(stored) }
    }

    /// Has the state written to the store, and shows it.
    func publish() async {
        let state = execution.state.conversation
        summary.absorb(state)
        shelf.put(state, summary)
        await record(.stateUpdate(state))
    }

    /// Returns when what was published is in the store, or could not be written.
    package func flush() async {
        await shelf.flush()
    }

    func reply(_ spoken: SpokenReply, after latency: Duration) -> Reply {
        replies += 1
        let reply = Reply(
            id: "\(sessionID)-\(replies)", text: spoken.text, vocabulary: spoken.vocabulary, endsCall: spoken.endsCall,
            question: question, intent: spoken.intent, node: spoken.node, agent: spoken.agent,
            priority: spoken.priority, pace: spoken.pace, latency: latency)
        planned = planned.suffix(31) + [(reply.id, reply.text)]
        return reply
    }

    func speak(_ notification: Reply) {
        notify.yield(notification)
    }

    /// Closes the session's books; `false` when they were closed already.
    func close(_ reason: String) -> Bool {
        guard !hasEnded else { return false }
        hasEnded = true
        notify.finish()
        for search in searches.values { search.cancel() }
        searches = [:]
        alarm?.cancel()
        speculation?.work.cancel()
        summary.endedAt = world.clock()
        summary.endReason = reason
        return true
    }
}
