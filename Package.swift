// swift-tools-version: 6.2
import PackageDescription

/// One array for every target of the house.
let house: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]

/// Targets that own a C library also name every unsafe expression.
let ownsC: [SwiftSetting] = house + [.strictMemorySafety()]

/// Signal processing runs on every frame of every call: optimised in debug builds too, or a neural network would not keep
/// up with the sound.
let perFrame: [SwiftSetting] = ownsC + [.unsafeFlags(["-O"], .when(configuration: .debug))]

/// Comparing sound with sound, and thousands of conversations a test, take too long in debug builds as they are.
let compares: [SwiftSetting] = house + [.unsafeFlags(["-O"], .when(configuration: .debug))]

// Products of other packages, by the name the targets below use.
let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let nioTLS = Target.Dependency.product(name: "NIOTLS", package: "swift-nio")
let nioHTTP1 = Target.Dependency.product(name: "NIOHTTP1", package: "swift-nio")
let nioWebSocket = Target.Dependency.product(name: "NIOWebSocket", package: "swift-nio")
let nioFoundation = Target.Dependency.product(name: "NIOFoundationCompat", package: "swift-nio")
let nioSSL = Target.Dependency.product(name: "NIOSSL", package: "swift-nio-ssl")
let nioHTTPTypes = Target.Dependency.product(name: "NIOHTTPTypesHTTP1", package: "swift-nio-extras")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let protobuf = Target.Dependency.product(name: "SwiftProtobuf", package: "swift-protobuf")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let metrics = Target.Dependency.product(name: "CoreMetrics", package: "swift-metrics")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let collections = Target.Dependency.product(name: "DequeModule", package: "swift-collections")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

func room(
    _ name: String, at path: String, _ dependencies: [Target.Dependency] = [],
    settings: [SwiftSetting] = house, resources: [Resource] = [], exclude: [String] = []
) -> Target {
    .target(
        name: name, dependencies: dependencies, path: "Sources/\(path)", exclude: exclude,
        resources: resources, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], resources: [Resource] = []) -> Target {
    .testTarget(
        name: name, dependencies: dependencies, path: "Tests/\(name)", resources: resources, swiftSettings: house)
}

let package = Package(
    name: "parley",
    products: [
        .executable(name: "parley", targets: ["parley"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", exact: "2.37.6"),
        .package(url: "https://github.com/apple/swift-nio-extras", exact: "1.35.2"),
        .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
        .package(url: "https://github.com/apple/swift-protobuf", exact: "1.39.0"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics", exact: "2.13.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-collections", exact: "1.6.0"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    ],
    targets: [
        // C libraries of the system: a module map and a shim each.
        .systemLibrary(
            name: "COpus", path: "Sources/CLibraries/COpus", pkgConfig: "opus", providers: [.apt(["libopus-dev"])]),
        .systemLibrary(
            name: "CSRTP", path: "Sources/CLibraries/CSRTP", pkgConfig: "libsrtp2", providers: [.apt(["libsrtp2-dev"])]),
        .systemLibrary(
            name: "COpenSSL", path: "Sources/CLibraries/COpenSSL", pkgConfig: "openssl",
            providers: [.apt(["libssl-dev"])]),
        .systemLibrary(
            name: "CCurl", path: "Sources/CLibraries/CCurl", pkgConfig: "libcurl",
            providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(
            name: "CPocketSphinx", path: "Sources/CLibraries/CPocketSphinx", pkgConfig: "pocketsphinx",
            providers: [.apt(["libpocketsphinx-dev"])]),
        .systemLibrary(name: "CFlite", path: "Sources/CLibraries/CFlite", providers: [.apt(["flite1-dev"])]),
        // hiredis' own pkg-config has flags that SwiftPM warns of; its headers lie where every compiler looks.
        .systemLibrary(
            name: "CHiredis", path: "Sources/CLibraries/CHiredis", providers: [.apt(["libhiredis-dev"])]),
        .systemLibrary(
            name: "CPostgreSQL", path: "Sources/CLibraries/CPostgreSQL", pkgConfig: "libpq",
            providers: [.apt(["libpq-dev"])]),
        .systemLibrary(name: "CAllocator", path: "Sources/CLibraries/CAllocator"),
        // Counts allocations, in the program that measures them.
        .target(name: "CAllocations", path: "Sources/CLibraries/CAllocations"),
        .systemLibrary(
            name: "CZlib", path: "Sources/CLibraries/CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),

        // Time as a value.
        room("Timing", at: "Timing"),

        // WebRTC, without IO.
        room("Wire", at: "WebRTC/Wire", ["Timing"]),
        room("Secure", at: "WebRTC/Secure", ["Wire", "Timing", "COpenSSL", "CSRTP"], settings: ownsC),
        room("STUN", at: "WebRTC/STUN", ["Wire", "Timing", "Secure"]),
        room("TURN", at: "WebRTC/TURN", ["STUN", "Wire", "Timing", "Secure", collections]),
        room("ICE", at: "WebRTC/ICE", ["TURN", "STUN", "Wire", "Timing", "Secure"]),
        room("RTP", at: "WebRTC/RTP", ["Wire", "Timing"]),
        room("SCTP", at: "WebRTC/SCTP", ["Wire", "Timing", collections]),
        room("SDP", at: "WebRTC/SDP", ["Wire"]),
        room("Peer", at: "WebRTC/Peer", ["ICE", "Secure", "RTP", "SCTP", "SDP", "Wire", "Timing", collections]),

        // Requests to other servers.
        room("HTTP", at: "HTTP", ["Threads", "Timing", "CCurl"], settings: ownsC),

        // Measurements, for whoever asks.
        room("Prometheus", at: "Prometheus", [metrics]),

        // LiveKit: what is said on the wire, and who says it.
        room("Contract", at: "LiveKit/Contract", [protobuf], exclude: ["Protos"]),
        room("Token", at: "LiveKit/Token", ["Secure"]),
        room(
            "Room", at: "LiveKit/Room",
            ["Contract", "Peer", "RTP", "SDP", "Secure", "Wire", "Timing", protobuf, collections]),
        room("Service", at: "LiveKit/Service", ["Contract", "Token", "HTTP", "Timing", protobuf]),
        room("Webhook", at: "LiveKit/Webhook", ["Contract", "Token", "Secure", protobuf]),
        room("AgentDispatch", at: "LiveKit/Dispatch", ["Contract", "Timing", protobuf]),
        room(
            "Transport", at: "LiveKit/Transport",
            ["Wire", "Timing", nioCore, nioPosix, nioTLS, nioHTTP1, nioWebSocket, nioSSL, logging]),
        room(
            "Client", at: "LiveKit/Client",
            ["Room", "Peer", "Secure", "Transport", "Wire", "Timing", nioCore, logging]),

        // Sound and speech.
        room("Audio", at: "Audio", ["Timing", "COpus"], settings: perFrame),
        room(
            "Speech", at: "Speech", ["Audio", "Document", "Timing", "CCurl", "CPocketSphinx", "CFlite", logging],
            settings: ownsC),

        room("SpeechSockets", at: "SpeechSockets", ["Speech", "Transport", nioCore]),

        // The graph: documents, engine, conversation, business packs, and the driver that runs the effects.
        room("Document", at: "Graph/Document", [yams]),
        room("Engine", at: "Graph/Engine", ["Document", "Timing", collections]),
        room("Conversation", at: "Graph/Conversation", ["Engine", "Document"]),
        room("Supervision", at: "Graph/Supervision", ["Conversation", "Engine", "Document"]),
        room("Pack", at: "Graph/Pack", ["Conversation", "Engine", "Document"]),
        room(
            "Dealership", at: "Graph/Dealership", ["Pack", "Conversation", "Engine", "Document"],
            resources: [.copy("Business")]),
        room("Threads", at: "Store/Threads"),
        room("SQL", at: "Store/SQL", ["Threads", grdb, "CPostgreSQL", logging], settings: ownsC),
        room("Redis", at: "Store/Redis", ["Threads", "CHiredis", logging], settings: ownsC),
        room(
            "Store", at: "Store/Records",
            [
                "SQL", "Redis", "Threads", "Supervision", "Pack", "Conversation", "Engine", "Document", "Dealership",
                "Secure", logging,
            ]),
        room(
            "Host", at: "Graph/Host",
            [
                "Engine", "Conversation", "Supervision", "Pack", "Dealership", "Document", "Store", "Speech", "Timing",
                logging,
            ]),
        room(
            "Evaluation", at: "Graph/Evaluation",
            ["Host", "Pack", "Dealership", "Conversation", "Engine", "Document", "Store", "Speech", "Timing"]),
        room(
            "VoiceEvaluation", at: "VoiceEvaluation", ["Evaluation", "Speech", "Audio", "Document", "Timing"],
            settings: compares),

        room("Telemetry", at: "Telemetry", ["Document", "HTTP", "Speech", "Store", "Timing", logging]),

        // The voice worker.
        room("Dialogue", at: "VoiceWorker/Dialogue", ["Audio", "Timing", collections], settings: compares),
        room(
            "Session", at: "VoiceWorker/Session",
            [
                "Dialogue", "Client", "Room", "Peer", "RTP", "Secure", "Transport", "Audio", "Speech", "Host", "Store",
                "Conversation", "Supervision", "Document", "Timing", nioCore, logging,
            ]),
        room(
            "Worker", at: "VoiceWorker/Worker",
            [
                "Session", "Dialogue", "AgentDispatch", "Transport", "Token", "Service", "Contract", "Secure", "Audio",
                "Speech",
                "Host", "Store", "Supervision", "Timing", nioCore, nioPosix, lifecycle, logging,
            ]),

        // The control plane and the development server.
        room(
            "Access", at: "ControlAPI/Access",
            [
                "HTTP", "Store", "Redis", "Threads", "Supervision", "Document", "Token", "Secure", "COpenSSL", logging,
            ], settings: ownsC),
        room("Surface", at: "ControlAPI/Surface", ["Supervision", "Document"]),
        room("Feeds", at: "ControlAPI/Feeds", ["Timing", "Document", collections]),
        room(
            "Live", at: "ControlAPI/Live",
            [
                "Feeds", "Store", "Supervision", "Conversation", "Document", "Timing", lifecycle, collections, nioCore,
                nioWebSocket,
            ]),
        room(
            "Delivery", at: "ControlAPI/Delivery",
            ["HTTP", "Store", "SQL", "Supervision", "Conversation", "Document", "Secure", "Timing", logging]),
        room(
            "ControlAPI", at: "ControlAPI/API",
            [
                "Access", "Surface", "Feeds", "Live", "Delivery", "Prometheus", "Supervision", "Webhook", "Contract",
                "Secure", "Speech", "Timing",
                "Conversation", "Engine", "Dealership", "Document", "Host", "Store", "Token", "Service", hummingbird,
                httpTypes,
                nioCore,
                nioPosix,
                nioHTTP1, nioWebSocket, nioHTTPTypes, lifecycle, logging,
            ], resources: [.copy("Pages")]),
        room(
            "RoomServer", at: "RoomServer",
            [
                "Peer", "ICE", "RTP", "SCTP", "SDP", "Secure", "Wire", "Timing", "Contract", "Token", "Transport",
                "CZlib",
                protobuf,
                collections, nioCore, nioPosix, nioHTTP1, nioWebSocket, nioFoundation, lifecycle, logging,
            ], settings: ownsC),

        .executableTarget(
            name: "parley",
            dependencies: [
                "Worker", "Session", "ControlAPI", "RoomServer", "Client", "Room", "Token", "Service", "Speech",
                "Audio",
                "Contract", "Transport", "Peer", "RTP", "Secure", "Wire",
                "Store", "Redis", "SpeechSockets", "Telemetry", "Host", "Evaluation", "VoiceEvaluation", "Pack",
                "Dealership", "Conversation", "Engine", "Document",
                "Timing", "Access", "Supervision",
                "CAllocator", argumentParser,
                lifecycle,
                logging,
                nioCore, nioPosix,
            ], path: "Sources/parley", swiftSettings: house),

        // What `make bench` runs.
        .executableTarget(
            name: "parley-bench",
            dependencies: [
                "Session", "Client", "Room", "Token", "Transport", "Audio", "Peer", "RTP", "SDP", "Secure", "Wire",
                "Timing", "Engine", "Conversation", "Dealership", "Document", "Store", "Host", "Live", "Feeds",
                "ControlAPI",
                "Worker", "Speech", "Access", "HTTP", "Supervision", "COpus", "CSRTP", "CAllocations", "CAllocator",
                argumentParser, nioCore, nioPosix,
                nioHTTP1, nioWebSocket, hummingbird, lifecycle, logging,
            ], path: "Benchmarks", swiftSettings: ownsC),

        // Tests: one folder per target, and what they share.
        .target(name: "Simulation", dependencies: ["Wire", "Timing"], path: "Tests/Simulation", swiftSettings: house),
        tests("TimingTests", ["Timing"]),
        tests("WireTests", ["Wire"]),
        .target(
            name: "TURNSimulation", dependencies: ["STUN", "Secure", "Wire", "Timing", "Simulation"],
            path: "Tests/TURNSimulation", swiftSettings: house),
        tests("STUNTests", ["STUN", "Wire", "Timing", "Secure", "Simulation"]),
        tests("TURNTests", ["TURN", "STUN", "Wire", "Timing", "Secure", "Simulation", "TURNSimulation"]),
        tests("ICETests", ["ICE", "STUN", "TURN", "Wire", "Timing", "Secure", "Simulation", "TURNSimulation"]),
        tests("SecureTests", ["Secure", "Wire", "Timing", "Simulation"]),
        tests("RTPTests", ["RTP", "Wire", "Timing", "Simulation"]),
        tests("SCTPTests", ["SCTP", "Wire", "Timing", "Simulation"]),
        tests("SDPTests", ["SDP", "Wire", "Simulation"]),
        tests(
            "PeerTests",
            [
                "Peer", "Audio", "ICE", "TURNSimulation", "Secure", "SCTP", "SDP", "RTP", "Wire", "Timing",
                "Simulation",
            ]),
        tests("PrometheusTests", ["Prometheus", metrics]),
        tests("ContractTests", ["Contract", "Simulation", protobuf]),
        tests("TokenTests", ["Token", "Simulation"]),
        tests("RoomTests", ["Room", "Contract", "Peer", "SDP", "Secure", "Wire", "Timing", "Simulation", protobuf]),
        tests("ServiceTests", ["Service", "HTTP", "Contract", "Token", protobuf, nioCore, nioPosix, nioHTTP1]),
        tests("WebhookTests", ["Webhook", "Contract", "Token", "Secure"]),
        tests("AgentDispatchTests", ["AgentDispatch", "Contract", "Timing", protobuf]),
        tests("TransportTests", ["Transport", "Wire", "Timing", nioCore, nioPosix, nioHTTP1, nioWebSocket, nioSSL]),
        tests("ClientTests", ["Client", "Room", "Secure", "Transport", "Wire", nioCore, nioPosix]),
        tests("AudioTests", ["Audio", "Timing", "Simulation"], resources: [.copy("Fixtures")]),
        tests(
            "TelemetryTests",
            ["Telemetry", "Conversation", "Document", "HTTP", "Speech", "Store", "Timing", "Servers", logging]),
        tests("SpeechTests", ["Speech", "Audio", "Document", "Timing", "Simulation", logging]),
        tests(
            "SpeechSocketsTests",
            ["SpeechSockets", "Speech", "Document", "Timing", nioCore, nioPosix, nioHTTP1, nioWebSocket]),
        tests("DocumentTests", ["Document", "Simulation"]),
        tests(
            "EngineTests", ["Engine", "Document", "Timing", "Simulation"],
            resources: [.copy("Fixtures")]),
        tests("ConversationTests", ["Conversation", "Engine", "Document"]),
        tests("SupervisionTests", ["Supervision", "Conversation", "Engine", "Document", "Simulation"]),
        tests(
            "AccessTests",
            [
                "Access", "Store", "SQL", "Redis", "Supervision", "Document", "Token", "Secure", "Dealership",
                "Simulation", "Servers",
            ]),
        tests("SurfaceTests", ["Surface", "Supervision", "Document"]),
        tests("FeedsTests", ["Feeds", "Timing", "Document", "Simulation"]),
        tests(
            "LiveTests",
            [
                "Live", "Feeds", "Store", "Supervision", "Conversation", "Document", "Timing", "Simulation", lifecycle,
                logging, nioCore, nioPosix, nioHTTP1, nioWebSocket,
            ]),
        tests(
            "DeliveryTests",
            [
                "Delivery", "HTTP", "Store", "Supervision", "Conversation", "Document", "Secure", "Dealership",
                "Servers", logging,
            ]),
        tests(
            "PackTests", ["Pack", "Dealership", "Conversation", "Engine", "Document", "Simulation"],
            resources: [.copy("Packs")]),
        tests("DealershipTests", ["Dealership", "Pack", "Conversation", "Engine", "Document", "Simulation"]),
        .target(name: "Servers", path: "Tests/Servers", swiftSettings: house),
        tests("SQLTests", ["SQL", "Threads", "Servers"]),
        tests("RedisTests", ["Redis", "Servers"]),
        tests(
            "StoreTests",
            [
                "Store", "SQL", "Redis", "Supervision", "Pack", "Conversation", "Engine", "Document", "Dealership",
                "Simulation", "Servers",
            ]),
        tests(
            "HostTests",
            [
                "Host", "Store", "Supervision", "Engine", "Conversation", "Pack", "Dealership", "Document", "Speech",
                "Timing", logging,
            ]),
        tests(
            "EvaluationTests",
            [
                "Evaluation", "Host", "Store", "Pack", "Dealership", "Conversation", "Engine", "Document", "Timing",
            ]),
        tests("VoiceEvaluationTests", ["VoiceEvaluation", "Evaluation", "Speech", "Document", "Timing"]),
        tests("DialogueTests", ["Dialogue", "Audio", "Timing", "Simulation"]),
        tests(
            "SessionTests",
            [
                "Session", "Conversation", "Document", "Room", "Contract", "RTP", "Peer", "Audio", "Speech", "Timing",
                protobuf,
            ]),
        tests(
            "WorkerTests",
            [
                "Worker", "Session", "Dialogue", "AgentDispatch", "Contract", "RoomServer", "Client", "Room", "Token",
                "Transport", "Secure", "RTP", "Peer", "Audio", "Speech", "Host", "Store", "Supervision", "Conversation",
                "Dealership",
                "Document", "Engine", "Timing", nioCore, nioPosix, lifecycle, logging,
            ]),
        tests(
            "ControlAPITests",
            [
                "ControlAPI", "Access", "Surface", "Feeds", "Live", "Delivery", "Supervision", "Store", "Host",
                "Conversation",
                "Engine",
                "Dealership", "Document", "Token", "Secure", "Contract", "Servers", logging, nioCore, nioPosix,
                nioHTTP1, nioWebSocket,
            ]),
        tests(
            "RoomServerTests",
            [
                "RoomServer", "Room", "Peer", "RTP", "Secure", "Contract", "Token", "Simulation", "Wire", "Timing",
                protobuf,
            ]),
        tests("ParleyTests", ["parley", "Token", "Audio", "Timing"]),
        tests("ArchitectureTests", []),
    ]
)

// What `make fuzz` runs. Only when asked: it needs the compiler's fuzzing runtime.
if Context.environment["PARLEY_FUZZ"] != nil {
    package.targets.append(
        .executableTarget(
            name: "parley-fuzz",
            dependencies: [
                "Room", "Contract", "Token", "Peer", "ICE", "TURN", "STUN", "RTP", "SCTP", "SDP", "Secure", "Wire",
                "Audio", "Timing", "Simulation", "Document", "Engine", "Conversation", "Pack", "Dealership", "Host",
                "Evaluation", "Speech", "Feeds", "Surface", protobuf,
            ], path: "Fuzzing", swiftSettings: house))
}
