import FoundationEssentials

/// What processes tell each other about live sessions.
package struct Exchange: Sendable {
    package let log: any EventLog
    package let bus: any CommandBus
    package let holdings: any SessionHoldings
    package let directory: any SessionDirectory
    package let controls: any ControlStore
    package let attendance: any AttendanceBoard
    package let workers: any WorkerRegistry
    /// To be run beside, once in a process.
    package let upkeep: Upkeep

    package init(
        log: any EventLog, bus: any CommandBus, holdings: any SessionHoldings, directory: any SessionDirectory,
        controls: any ControlStore = MemoryControlStore(),
        attendance: any AttendanceBoard = MemoryAttendanceBoard(), workers: any WorkerRegistry = MemoryWorkerRegistry(),
        upkeep: Upkeep = Upkeep { Date() }
    ) {
        self.log = log
        self.bus = bus
        self.holdings = holdings
        self.directory = directory
        self.controls = controls
        self.attendance = attendance
        self.workers = workers
        self.upkeep = upkeep
    }
}
