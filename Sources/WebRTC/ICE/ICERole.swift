/// Which end chooses the pair (RFC 8445, section 6.1.1).
package enum ICERole: Hashable, Sendable {
    case controlling
    case controlled

    package var reversed: ICERole { self == .controlling ? .controlled : .controlling }
}
