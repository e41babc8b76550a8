import Document
import Foundation
import Store

/// How the parts of the server are (control API §15).
struct HealthReport: Sendable {
    enum Grade: String, Sendable {
        case healthy, degraded, unhealthy
    }

    private let database: Bool
    private let redis: Bool?
    private let livekit: Bool?
    private let services: [String: Surroundings.Condition]
    private let workers: [WorkerReport]
    private let sessions: Int?

    init(_ plane: ControlPlane) async {
        let surroundings = plane.configuration.surroundings
        sessions = try? await plane.sessions.liveCount()
        database = await surroundings.database?() ?? true
        redis = await surroundings.redis?()
        livekit = await plane.isVoiceReachable()
        services = await surroundings.services()
        workers = await surroundings.presentWorkers()
    }

    /// Without its database it is of no use; without others, of less.
    var grade: Grade {
        guard database else { return .unhealthy }
        let isServed = !services.values.contains { $0 != .healthy }
        let isWhole = sessions != nil && redis != false && livekit != false && isServed
        return isWhole ? .healthy : .degraded
    }

    var json: JSON {
        [
            "status": .string(grade.rawValue), "database": Self.word(database),
            "livekit": Self.word(livekit), "redis": Self.word(redis),
            "ai_services": .object(services.mapValues { .string($0.rawValue) }),
            "workers": [
                "alive": .int(workers.count), "capacity": .int(workers.map(\.capacity).reduce(0, +)),
                "active": .int(workers.map(\.calls).reduce(0, +)),
            ],
            "sessions": .int(sessions ?? 0), "version": .string(ControlConfiguration.version),
        ]
    }

    private static func word(_ isConnected: Bool?) -> JSON {
        switch isConnected {
        case true?: "connected"
        case false?: "disconnected"
        case nil: "not_configured"
        }
    }
}
