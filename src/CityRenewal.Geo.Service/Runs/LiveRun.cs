using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Stores.Offices;

namespace CityRenewal.Geo.Service.Runs;

/// <summary>A run that is not over: its record, how far it is, and who waits for it.</summary>
internal sealed class LiveRun(RunRecord record) : IProgress<WorkProgress>, IDisposable
{
    private readonly Lock _gate = new();
    private RunRecord _record = record;
    private WorkProgress _step = new("", 0);
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Asks the work to end with the best that it has.</summary>
    public CancellationTokenSource Stop { get; } = new();

    public RunRecord Record
    {
        get
        {
            lock (_gate)
            {
                return _record;
            }
        }
    }

    /// <summary>How far it is, and a task that ends with the next change.</summary>
    public (RunRecord Record, WorkProgress Step, Task Changed) Look()
    {
        lock (_gate)
        {
            return (_record, _step, _changed.Task);
        }
    }

    public void Report(WorkProgress value) => Change(() =>
    {
        _step = value;
        _record = _record with { Stage = value.Stage, Found = value.Found ?? _record.Found, Bound = value.Bound ?? _record.Bound };
    });

    /// <summary>The record has become another one.</summary>
    public void Become(RunRecord next) => Change(() => _record = next);

    public void Dispose() => Stop.Dispose();

    private void Change(Action change)
    {
        TaskCompletionSource before;
        lock (_gate)
        {
            change();
            before = _changed;
            _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        before.TrySetResult();
    }
}
