// A worker launches a job on another lcore, which only the main lcore may do.
// caught by: exception InvalidOperationException "Only the main lcore"
Lcore other = Worker;
Worker.Launch(() => other.Launch(static () => { })).Wait();
