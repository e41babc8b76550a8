/// Says how much an account may still spend. Asked before every request: answers at once, from memory.
package protocol SpendingRule: Sendable {
    func thrift(of account: UsageTag?) -> Thrift
}
