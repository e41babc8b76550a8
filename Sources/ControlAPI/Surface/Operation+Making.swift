import Document
import Supervision

extension Operation {
    /// With a body as JSON.
    func taking(_ body: Schema, isRequired: Bool = true) -> Operation {
        changed {
            $0.body = body
            $0.isBodyRequired = isRequired
        }
    }

    /// With parameters beside those of its path.
    func reading(_ more: Parameter...) -> Operation { changed { $0.parameters += more } }

    func failing(_ kinds: ProblemKind...) -> Operation { changed { $0.problems += kinds } }

    func counted(_ rate: Rate) -> Operation { changed { $0.rate = rate } }

    func keyed(_ idempotency: Idempotency = .accepted) -> Operation { changed { $0.idempotency = idempotency } }

    private func changed(_ change: (inout Operation) -> Void) -> Operation {
        var operation = self
        change(&operation)
        return operation
    }
}

extension Operation {
    /// The parts in braces of a path, each a text that names something.
    static func pathParameters(of path: String) -> [Parameter] {
        path.split(separator: "/").filter { $0.hasPrefix("{") && $0.hasSuffix("}") }.map { part in
            Parameter(String(part.dropFirst().dropLast()), in: .path, .text(upTo: 200))
        }
    }

    /// Every problem it may answer with: its own, and those that follow from what it takes and who may use it. In the order of
    /// `ProblemKind`.
    package var allProblems: [ProblemKind] {
        var kinds = Set(problems)
        kinds.formUnion([.internal, .methodNotAllowed])
        if !parameters.isEmpty || body != nil { kinds.insert(.validation) }
        if parameters.contains(where: { $0.place == .path }) { kinds.insert(.notFound) }
        if body != nil { kinds.formUnion([.payloadTooLarge, .unsupportedMedia]) }
        if method != .get || rate == .stream { kinds.insert(.forbidden) }
        if rate != .none { kinds.insert(.rateLimited) }
        if idempotency != .none { kinds.formUnion([.idempotencyInProgress, .idempotencyMismatch, .validation]) }
        switch access {
        case .open: break
        case .signed: kinds.insert(.unauthenticated)
        case .roles: kinds.formUnion([.unauthenticated, .forbidden])
        }
        return ProblemKind.allCases.filter(kinds.contains)
    }
}

extension Operation.Access {
    /// People who steer: supervisors and admins.
    static func overseers(_ grant: String) -> Operation.Access { .roles([.supervisor, .admin], grant: grant) }

    static func admins(_ grant: String) -> Operation.Access { .roles([.admin], grant: grant) }
}
