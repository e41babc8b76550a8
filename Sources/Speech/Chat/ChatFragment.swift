/// A piece of a language model's answer as it is written.
package enum ChatFragment: Hashable, Sendable {
    case text(String)
    /// More of the call with this index; the name comes with its first fragment.
    case call(index: Int, name: String, arguments: String)
    /// What the answer cost so far; the last one counts. Not every provider tells.
    case usage(ChatUsage)
}
