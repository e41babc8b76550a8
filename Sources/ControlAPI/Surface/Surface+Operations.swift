/// The control API.
package enum Surface {
    /// Every operation, chapter by chapter.
    package static let operations: [Operation] =
        health + descriptions + identity + sessions + records + feeds + talk + commands + control + approvals + people
        + handoff + ownPresence + webhooks + oversight + signals + accounts

    /// Every operation by its name.
    package static let byName: [String: Operation] = Dictionary(operations.map { ($0.name, $0) }) { first, _ in first }
}
