import ControlAPI
import Document
import Foundation
import ServiceLifecycle
import Store
import Surface
import Testing

@Suite("Health", .timeLimit(.minutes(1)))
struct HealthRouteTests {
    /// Workers as a test says they are, for longer than any test takes.
    private static func roster() -> MemoryWorkerRegistry {
        let registry = MemoryWorkerRegistry()
        registry.report(
            WorkerReport(id: "w1", capacity: 8, load: 0.1, calls: 2), now: Date().addingTimeInterval(3_600))
        return registry
    }

    @Test("health has the keys of document 002, and more")
    func healthy() async throws {
        try await RunningServer.with(adjust: { configuration in
            configuration.surroundings.services = { ["flite": .healthy, "gemini": .open] }
            configuration.surroundings.workers = Self.roster()
        }) { server in
            let answer = try await server.request("GET", "/health")
            #expect(answer.status == 200)
            #expect(answer.json["status"] == "degraded")
            #expect(answer.json["database"] == "connected")
            #expect(answer.json["livekit"] == "not_configured")
            #expect(answer.json["ai_services"] == ["flite": "healthy", "gemini": "open"])
            #expect(answer.json["workers"] == ["alive": 1, "capacity": 8, "active": 2])
            let schema = Surface.byName["health"]?.answers.first?.schema
            #expect(schema?.problems(in: answer.json) == [])
        }
    }

    @Test("without its database the server is unhealthy and not ready, and still alive")
    func unhealthy() async throws {
        try await RunningServer.with(adjust: { $0.surroundings.database = { false } }) { server in
            let health = try await server.request("GET", "/health")
            #expect(health.status == 503)
            #expect(health.json["status"] == "unhealthy")
            #expect(health.json["database"] == "disconnected")
            #expect(try await server.request("GET", "/readyz").status == 503)
            #expect(try await server.request("GET", "/livez").status == 200)
        }
    }

    @Test("a server of calls is ready when a worker takes them; one of chats needs none")
    func ready() async throws {
        try await RunningServer.with { server in
            let answer = try await server.request("GET", "/readyz")
            #expect(answer.status == 200)
        }
        try await RunningServer.with(adjust: { $0.surroundings.workers = MemoryWorkerRegistry() }) { server in
            let answer = try await server.request("GET", "/readyz")
            #expect(answer.status == 503)
            #expect(answer.json["checks"]?["workers"] == false)
        }
    }

    @Test("whoever is asked to stop says so before its port closes")
    func draining() async throws {
        // The body ends long before; the server is then told again, and cut by its patience for requests.
        try await RunningServer.with(adjust: { $0.drainNotice = .seconds(3) }) { server in
            await server.group.triggerGracefulShutdown()
            var answer = try await server.request("GET", "/readyz")
            for _ in 0..<200 where answer.status == 200 {
                try await Task.sleep(for: .milliseconds(10))
                answer = try await server.request("GET", "/readyz")
            }
            #expect(answer.status == 503 && answer.json["checks"]?["serving"] == false)
            #expect(try await server.request("GET", "/api/sessions").status == 200)
        }
    }

    @Test("a worker can be drained, and measurements are told to this machine")
    func workers() async throws {
        try await RunningServer.with(adjust: { $0.surroundings.workers = Self.roster() }) { server in
            let drained = try await server.post("/api/workers/w1/drain", [:])
            #expect(drained.status == 202)
            #expect(drained.json["state"] == "draining")
            #expect(try await server.post("/api/workers/w2/drain", [:]).status == 404)
            let measured = try await server.request("GET", "/metrics")
            #expect(measured.status == 200)
            #expect(measured.text.contains("http_request_seconds"))
            #expect(measured.text.contains(#"operation="drainWorker""#))
            #expect(!measured.text.contains("/api/workers/"))
        }
    }

    @Test("the API describes itself, and each kind of problem has a page")
    func descriptions() async throws {
        try await RunningServer.with { server in
            let document = try await server.request("GET", "/openapi.json").json
            #expect(document["openapi"] == "3.1.0")
            for operation in Surface.operations {
                let entry = document["paths"]?[operation.path]?[operation.method.rawValue]
                #expect(entry?["operationId"]?.string == operation.name)
            }
            #expect(try await server.request("GET", "/asyncapi.json").json["asyncapi"] == "3.0.0")
            for kind in ProblemKind.allCases {
                let page = try await server.request("GET", "/problems/\(kind.rawValue)")
                #expect(page.status == 200 && page.text.contains(kind.title))
            }
            #expect(try await server.request("GET", "/problems/none").status == 404)
        }
    }
}
