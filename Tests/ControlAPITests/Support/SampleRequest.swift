import Document
import Surface

/// A request that an operation takes, about a session.
struct SampleRequest {
    let operation: Operation
    let session: String

    private static let bodies: [String: JSON] = [
        "login": ["email": "nobody@example.com", "password": "wrong"],
        "createUser": [
            "email": "new@example.com", "name": "New", "role": "operator", "password": "a long enough password",
        ],
        "changeUser": ["name": "Other"], "createKey": ["name": "key", "role": "supervisor"],
        "createCommand": ["type": "note", "text": "hello"], "attach": ["mode": "monitor"],
        "changeAttachment": ["mode": "barge"], "decideApproval": ["decision": "approve"],
        "amendSession": ["title": "Oil"],
    ]

    var path: String {
        operation.path.replacing("{session_id}", with: session)
            .replacing("{approval_id}", with: "\(session):1").replacing("{command_id}", with: "cmd_absent")
            .replacing("{attachment_id}", with: "att_absent").replacing("{notification_id}", with: "absent")
            .replacing("{user_id}", with: "usr_absent").replacing("{key_id}", with: "key_absent")
            .replacing("{worker_id}", with: "absent").replacing("{scope}", with: "absent")
            .replacing("{circuit}", with: "absent")
    }

    var body: JSON? {
        guard operation.body != nil else { return operation.method == .get ? nil : [:] }
        switch operation.name {
        case "chat": return ["session_id": .string(session), "message": "Hello"]
        case "createVoiceToken": return ["session_id": .string(session)]
        case "createStreamTicket": return ["resource": .string("/ws/\(session)")]
        default: return Self.bodies[operation.name] ?? [:]
        }
    }

    /// Whether the request is about the session.
    var namesSession: Bool {
        operation.path.contains("{session_id}") || operation.path.contains("{approval_id}")
            || ["chat", "createVoiceToken", "createStreamTicket"].contains(operation.name)
    }

    /// Whether it names something else that is not there.
    var namesAbsence: Bool {
        operation.parameters.contains { $0.place == .path && $0.name != "session_id" }
    }
}

extension RunningServer {
    func send(_ sample: SampleRequest, as headers: [String: String]) async throws -> Answer {
        var headers = headers
        if sample.operation.idempotency == .required {
            headers["Idempotency-Key"] = "key-\(UInt64.random(in: 0 ... .max))"
        }
        return try await request(
            sample.operation.method.rawValue.uppercased(), sample.path, sample.body?.text, headers: headers)
    }
}
