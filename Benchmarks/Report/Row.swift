/// What is measured, in the order of the table.
enum Row: CaseIterable, Hashable, Sendable {
    case listening, listeningAllocations, speaking, speakingAllocations
    case bargeIn, reply, join, memoryIdle, memoryPerCall, memoryPerListener, churn
    case turn, step, checkpoint, sessions
    case feed, sharedFeed, slowReaders, requests, whisper

    /// In `bench.json` and for `--only`.
    var name: String {
        switch self {
        case .listening: "listening"
        case .speaking: "speaking"
        case .listeningAllocations: "listening_allocations"
        case .speakingAllocations: "speaking_allocations"
        case .bargeIn: "barge_in"
        case .reply: "reply"
        case .join: "join"
        case .memoryIdle: "memory_idle"
        case .memoryPerCall: "memory_per_call"
        case .memoryPerListener: "memory_per_listener"
        case .churn: "churn"
        case .turn: "turn"
        case .step: "step"
        case .checkpoint: "checkpoint"
        case .sessions: "sessions"
        case .feed: "feed"
        case .requests: "requests"
        case .whisper: "whisper"
        case .sharedFeed: "feed_redis"
        case .slowReaders: "slow_readers"
        }
    }

    /// For people.
    var title: String {
        switch self {
        case .listening: "listening path of a frame ÷ bare libsrtp2 + libopus"
        case .speaking: "speaking path of a frame ÷ bare libopus + libsrtp2"
        case .listeningAllocations: "allocations for a packet heard, beyond the bare libraries'"
        case .speakingAllocations: "allocations for a packet spoken, beyond the bare libraries'"
        case .bargeIn: "barge-in: caller's onset to the agent's last loud packet"
        case .reply: "reply: caller's last sample to the agent's first sound"
        case .join: "join: job assigned to the agent's track published"
        case .memoryIdle: "memory of an idle parley worker"
        case .memoryPerCall: "memory of each further call"
        case .memoryPerListener: "memory of each further connection that listens"
        case .churn: "room server's memory after 10 000 joins ÷ after 500"
        case .turn: "a turn that the rules understand, 99th percentile"
        case .step: "what the engine adds to the work of two nodes"
        case .checkpoint: "a checkpoint, in the turn that makes it, 99th percentile"
        case .sessions: "memory of 10 000 conversations"
        case .feed: "an event to its 300 watchers' sockets, 99th percentile"
        case .sharedFeed: "the same between two processes, by Redis"
        case .slowReaders: "lateness of 20 ms work beside 100 stalled readers ÷ without"
        case .requests: "a bare route's requests a second ÷ those of /api/sessions/{id}"
        case .whisper: "whisper, now: request accepted to the agent cut off"
        }
    }

    var unit: String {
        switch self {
        case .listening, .speaking, .churn, .slowReaders, .requests: "ratio"
        case .listeningAllocations, .speakingAllocations: "count"
        case .bargeIn, .reply, .join, .turn, .checkpoint, .feed, .sharedFeed, .whisper: "ms"
        case .step: "µs"
        case .memoryIdle, .memoryPerCall, .memoryPerListener, .sessions: "MB"
        }
    }

    /// The most that is allowed, in `unit`.
    var limit: Double {
        switch self {
        case .listening: 1.5
        case .speaking: 1.3
        case .listeningAllocations: 1
        case .speakingAllocations: 3
        case .bargeIn: 300
        case .join: 150
        case .reply: 1900
        case .memoryIdle: 100
        case .memoryPerCall: 3
        case .memoryPerListener: 1
        case .churn, .slowReaders: 1.05
        case .turn, .checkpoint: 1
        case .step, .feed: 5
        case .sessions: 200
        case .sharedFeed: 20
        case .requests: 1.43
        case .whisper: 180
        }
    }
}
