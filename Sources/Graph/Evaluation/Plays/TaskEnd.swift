/// How the search for a colleague ends.
package enum TaskEnd: Hashable, Sendable {
    case available(String)
    case callback
    case failed
}
