/// What is measured, in the order of the table.
enum Row: CaseIterable, Hashable, Sendable {
    case listening, listeningAllocations, speaking, speakingAllocations, voiceActivity
    case answer, addedDelay, fullVolume, bargeIn, heardError, backchannels, resumeLoss
    case cachedPhrase, lastResort
    case talkingUnderruns, talkingCores, talkingMemory
    case join, memoryIdle, memoryPerCall, memoryPerListener, churn
    case turn, step, checkpoint, sessions
    case feed, sharedFeed, slowReaders, requests, whisper

    /// In `bench.json` and for `--only`.
    var name: String {
        switch self {
        case .listening: "listening"
        case .speaking: "speaking"
        case .listeningAllocations: "listening_allocations"
        case .speakingAllocations: "speaking_allocations"
        case .answer: "answer"
        case .addedDelay: "added_delay"
        case .fullVolume: "barge_in_full_volume"
        case .voiceActivity: "voice_activity"
        case .bargeIn: "barge_in"
        case .heardError: "heard_error"
        case .backchannels: "backchannels"
        case .resumeLoss: "resume_loss"
        case .cachedPhrase: "cached_phrase"
        case .lastResort: "last_resort"
        case .talkingUnderruns: "talking_underruns"
        case .talkingCores: "talking_cores"
        case .talkingMemory: "talking_memory"
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
        case .answer: "answer: caller's last word to the agent's first sound, embedded engines, median"
        case .addedDelay: "of it beyond the chosen wait and the engines, 95th percentile"
        case .fullVolume: "barge-in: caller's onset to the last sample at full volume, 95th percentile"
        case .voiceActivity: "voices in noise: bars missed, of F1, onset, noise alone and cost"
        case .bargeIn: "barge-in: caller's onset to silence, 95th percentile"
        case .heardError: "heard text at a barge-in, wrong by so many words, 95th percentile"
        case .backchannels: "back-channels and noises that stop the agent"
        case .resumeLoss: "speech lost where the agent goes on after one, most"
        case .cachedPhrase: "a phrase made beforehand: to be said, to its first packet, 95th percentile"
        case .lastResort: "no engine works: caller's last word to the first sound, most"
        case .talkingUnderruns: "24 talking calls: packets missing when they were to be heard"
        case .talkingCores: "24 talking calls: processor cores for each"
        case .talkingMemory: "24 talking calls: memory for each beyond the first"
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
        case .listeningAllocations, .speakingAllocations, .talkingUnderruns: "count"
        case .heardError: "words"
        case .backchannels: "%"
        case .talkingCores: "cores"
        case .answer, .addedDelay, .fullVolume, .bargeIn, .resumeLoss, .cachedPhrase, .lastResort, .join, .turn,
            .checkpoint,
            .feed, .sharedFeed, .whisper:
            "ms"
        case .step: "µs"
        case .voiceActivity: "bars"
        case .memoryIdle, .memoryPerCall, .memoryPerListener, .sessions, .talkingMemory: "MB"
        }
    }

    /// The most that is allowed, in `unit`.
    var limit: Double {
        switch self {
        case .listening: 1.5
        case .speaking: 1.3
        case .listeningAllocations: 1
        case .speakingAllocations: 3
        case .answer: 900
        case .addedDelay: 50
        case .fullVolume: 120
        case .voiceActivity: 0
        case .bargeIn: 300
        case .heardError: 1
        case .backchannels: 30
        case .resumeLoss, .talkingUnderruns: 0
        case .talkingCores: 0.02
        case .talkingMemory: 2
        case .join: 150
        case .memoryIdle: 100
        case .memoryPerCall: 3
        case .memoryPerListener: 1
        case .churn, .slowReaders: 1.05
        case .turn, .checkpoint: 1
        case .step, .feed: 5
        case .sessions: 200
        case .sharedFeed, .cachedPhrase: 20
        case .lastResort: 3000
        case .requests: 1.43
        case .whisper: 180
        }
    }
}
