// A second job is launched on an lcore that is busy.
// caught by: exception InvalidOperationException "is busy"
bool stop = false;
LcoreJob first = Worker.Launch(() =>
{
    while (!Volatile.Read(ref stop))
    {
        Thread.SpinWait(100);
    }
});
try
{
    Worker.Launch(static () => { });
}
finally
{
    Volatile.Write(ref stop, true);
    first.Wait();
}
