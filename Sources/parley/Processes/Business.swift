import Conversation
import Dealership
import Engine
import Foundation
import Host
import Logging
import Pack
import Redis
import Session
import Speech
import Store
import Supervision

/// What the conversations of a process share: the dealership's data, what understands and speaks, and who is talking.
struct Business: Sendable {
    let world: World
    let reception: Reception
    /// Who takes calls over from the agent.
    let office: HandoffOffice
    /// What the processes share beside the database, when there is more than one.
    let redis: RedisClient?
    /// What the engines of this process share; `nil`: it asks none.
    var switchboard: Switchboard?
    /// What has to be done for the engines beside calls.
    var engineChores: [@Sendable () async -> Void] = []

    /// Opens the database, which is made and filled when it is not there, and what keeps the sessions.
    /// - Parameter chatModel: asked when the rules are unsure, and for better words.
    static func open(
        _ settings: BusinessSettings, chatModel: (any ChatModel)?, logger: Logger
    ) async throws -> Business {
        do {
            let database = try database(settings)
            try await database.prepare()
            let redis = try await client(settings)
            let process = RandomID.make("proc")
            let exchange = try Exchange.shared(
                database: database, redis: settings.redis,
                process: SharedProcess(process, dataFolder: settings.folder, logger: logger))
            let office = HandoffOffice(database, exchange: exchange, logger: logger)
            let world = try World(
                database: database, sessions: redis.map { RedisSessionStore($0) } ?? MemorySessionStore(),
                exchange: exchange, process: process, handoffs: office,
                checkpoints: redis.map { RedisCheckpointStore($0) } ?? SQLCheckpointStore(database),
                domain: settings.pack.domain, model: chatModel)
            let reception = Reception(world: world)
            await reception.expire()
            return Business(world: world, reception: reception, office: office, redis: redis)
        } catch let error as StoreError {
            throw CommandFailure(.failed, "\(error).")
        }
    }

    /// What has to be done beside calls and requests, in every process.
    var chores: [@Sendable () async -> Void] {
        [{ [world] in await world.exchange.upkeep.run() }, { [office] in await office.run() }] + engineChores
    }

    /// The last thing that a process does, when nothing is asked of it any more: its chats go on elsewhere, and what came after
    /// the chores had ended is written down.
    func close() async {
        _ = await withDeadline(.seconds(2)) { [reception] in await reception.letGo() }
        await world.exchange.upkeep.flush()
    }

    static func database(_ settings: BusinessSettings) throws(StoreError) -> Database {
        let pack = settings.pack
        switch settings.place {
        case .file(let path):
            let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
            try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            return try Database(
                path: path, seed: pack.seed, hours: pack.openingHours, zone: pack.domain.timeZone, now: Date())
        case .server(let url):
            return try Database(
                url: url, seed: pack.seed, hours: pack.openingHours, zone: pack.domain.timeZone, now: Date())
        }
    }

    /// The Redis server, when there is one; to learn of trouble at once, not in the first call.
    private static func client(_ settings: BusinessSettings) async throws(CommandFailure) -> RedisClient? {
        guard let url = settings.redis else { return nil }
        do {
            let client = try RedisClient(url: url)
            _ = try await client.command(["PING"])
            return client
        } catch {
            throw CommandFailure(.failed, "the Redis server of REDIS_URL cannot be used: \(error).")
        }
    }

    /// The engines the environment asks for. The first start on a machine compiles language models for some seconds.
    static func engines(
        _ environment: [String: String], _ pack: BusinessPack, _ switchboard: Switchboard
    ) throws(CommandFailure) -> SpeechEngines {
        let words = Corpus(pack.domain)
        var corpus = RecognitionCorpus()
        for (vocabulary, sentences) in words.sentences { corpus.add(sentences, to: vocabulary) }
        if words.hasAmericanPhones { corpus.forms["phone"] = .telephoneNumber }
        do throws(SpeechError) {
            return try SpeechEngines.fromEnvironment(environment, corpus: corpus, switchboard: switchboard)
        } catch {
            switch error {
            case .unavailable(let what):
                throw CommandFailure(.failed, "speech is not available, run Scripts/setup: \(what).")
            case .malformed(let what): throw CommandFailure(.usage, "\(what).")
            default: throw CommandFailure(.failed, "speech cannot be started: \(error).")
            }
        }
    }

    /// The network when its weights are there, else loudness.
    static func voiceDetection(_ environment: [String: String], _ logger: Logger) -> VoiceDetection {
        guard let path = Installation.voiceActivityWeights(environment) else {
            logger.notice("the voice activity network is not installed; speech is told from noise by loudness alone")
            return .energy
        }
        do {
            return try .silero(weights: path)
        } catch {
            logger.warning(
                "the voice activity network cannot be read; speech is told from noise by loudness alone",
                metadata: ["path": "\(path)", "error": "\(error)"])
            return .energy
        }
    }
}
