import Document
import Engine
import FoundationEssentials
import Simulation
import Supervision

/// Two supervisors, an admin and a caller who do whatever comes to their minds, and a stage that carries out what it is told,
/// now quickly, now late, now never.
struct Crowd {
    private(set) var scene: Scene
    private var random: SeededGenerator
    private var who = Scene.ann
    /// Every command that was sent.
    private(set) var commands: [String] = []
    private var turn = 0
    private var approvals = 0
    private var said: [String] = []
    private var ordered: [String] = []
    private var instructed: [String] = []

    init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
        var timings = ControlTimings()
        if random.chance(0.3) { timings.holdWhenLost = 40 }
        scene = Scene(timings)
    }

    /// One thing happens. Between things, time passes, and the stage does some of what it was told.
    mutating func step() throws {
        if random.chance(0.5) {
            act()
        } else {
            happen()
        }
        if random.chance(0.7) { perform() }
        if random.chance(0.02) { try scene.workerDies() }
        if random.chance(0.6) { scene.pass(Double.random(in: 0...(random.chance(0.1) ? 60 : 4), using: &random)) }
    }

    /// All that is left is to wait for the agent.
    mutating func calmDown() {
        scene.tell(.callerEnded)
        scene.pass(600)
    }

    mutating func end() { scene.tell(.ended(reason: "over")) }

    // MARK: - Commands

    mutating func act() {
        who = pick(Scene.ann, Scene.bob, Scene.ann, Scene.bob, Scene.eve, Scene.caller)
        let life = random.chance(0.2) ? 2.0 : 30
        let precondition = random.chance(0.1) ? Command.Precondition(turn: turn, mode: "ai") : nil
        commands.append(scene.send(body, by: who, lives: life, if: precondition))
        learn()
    }

    private var body: Command.Body {
        mutating get {
            switch Int.random(in: 0..<7, using: &random) {
            case 0: pick(.acquireLease(for: 30, steals: random.chance(0.3)), .renewLease, .releaseLease)
            case 1:
                pick(
                    .beginWhisper(.standard, when: .nextTurn), .beginWhisper(.none, when: .now),
                    .injectWhisper("Do it."),
                    .injectWhisper("Do it well."), .cancelWhisper)
            case 2: pick(.pause(say: nil, atMost: 20), .resume(say: nil), .muteAgent, .unmuteAgent, .interrupt)
            case 3:
                pick(
                    .takeOver(attachment: attachment, announcement: .standard), .release(brief: "He knows."),
                    .release(brief: nil))
            case 4: talk
            case 5: ask
            default:
                pick(
                    .say("One.", when: .idle, isInterruptible: true, endsCall: false), .chat("hello"), .note("Hm."),
                    .goTo(node: "faq"), .setContext(["customer": ["name": "Bo"]]), .cancel(command: commands.last ?? "")
                )
            }
        }
    }

    private var talk: Command.Body {
        mutating get {
            let respond = Command.Respond.allCases.randomElement(using: &random) ?? .nextTurn
            let key = random.chance(0.7) ? "k" : nil
            let when = Command.Moment.allCases.randomElement(using: &random) ?? .idle
            let smile = Instruction("Smile.", author: "\(who.role.rawValue):\(who.id)", reach: .turns(2), key: key)
            return pick(
                .say("Two.", when: when, isInterruptible: random.chance(0.7), endsCall: false),
                .inject(smile, respond: respond), .inject(smile, respond: respond),
                .regenerate(guidance: random.chance(0.5) ? "Shorter." : nil))
        }
    }

    private var ask: Command.Body {
        mutating get {
            pick(
                .transfer(.queue(skills: []), message: nil, isBlocking: random.chance(0.5)),
                .decide(approval: "app_\(approvals)", Decision(random.chance(0.5) ? "approve" : "reject")),
                random.chance(0.03) ? .end(message: nil, reason: "done", isForced: random.chance(0.5)) : .interrupt)
        }
    }

    private var attachment: String {
        mutating get { pick("att_1", "att_2") }
    }

    private mutating func pick<Value>(_ values: Value...) -> Value {
        values[Int.random(in: 0..<values.count, using: &random)]
    }

    // MARK: - What happens

    private mutating func happen() {
        turn += random.chance(0.3) ? 1 : 0
        let event: SessionControl.Event =
            switch Int.random(in: 0..<5, using: &random) {
            case 0:
                pick(
                    .callerBegan, .callerEnded, .callerEnded,
                    .words(HeldTurn(speaker: "caller", text: "Well."), turn: turn))
            case 1:
                pick(
                    .thinking(turn: turn), .answered(turn: turn), .agentBegan(isInterruptible: random.chance(0.8)),
                    .agentEnded)
            case 2: pick(.toolBegan(id: "t"), .toolEnded(id: "t"), .toolEnded(id: "t"), asked, closed)
            case 3: pick(.trackBegan(attachment: attachment), .trackEnded(attachment: attachment))
            default: rare
            }
        scene.tell(event)
        learn()
    }

    private var rare: SessionControl.Event {
        mutating get {
            guard random.chance(0.2) else { return .woken }
            return pick(
                .holderLost(principal: "usr_ann"), .holderLost(principal: "usr_bob"), .revoked(principal: "usr_bob"),
                .callerLeft)
        }
    }

    private var asked: SessionControl.Event {
        mutating get {
            approvals += 1
            return .approvalAsked(
                Approval(
                    id: "app_\(approvals)", session: "sess_1", tool: "book", arguments: [:], prompt: "Book?",
                    askedAt: scene.now, deadline: nil, approver: pick(nil, "usr_ann")))
        }
    }

    private var closed: SessionControl.Event { .approvalClosed(id: "app_\(approvals)", status: .expired) }

    // MARK: - The stage

    private mutating func learn() {
        for effect in scene.last {
            switch effect {
            case .say(let speech): said.append(speech.id)
            case .withdraw(let id): said.removeAll { $0 == id }
            case .silence where random.chance(0.9): scene.tell(.cutOff(heard: "half"))
            case .instruct(_, let command): instructed.append(command)
            case .typed(_, let id), .setContext(_, let id), .goTo(_, let id), .decide(_, _, let id),
                .requestHandoff(_, _, _, let id):
                ordered.append(id)
            default: break
            }
        }
    }

    /// Some of what was told before.
    private mutating func perform() {
        if !said.isEmpty, random.chance(0.8) {
            let id = said.removeFirst()
            scene.tell(.speechBegan(id: id))
            if random.chance(0.9) { scene.tell(.speechEnded(id: id, heard: "Two.", isWhole: random.chance(0.8))) }
        }
        if !ordered.isEmpty, random.chance(0.8) {
            scene.tell(.carriedOut(command: ordered.removeFirst(), failure: random.chance(0.2) ? "no" : nil))
        }
        if !instructed.isEmpty, random.chance(0.5) {
            scene.tell(.consumed(commands: [instructed.removeFirst()], turn: turn))
        }
    }
}
