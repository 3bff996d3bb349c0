namespace CityRenewal.Geo.Service.Tests.Killed;

/// <summary>
/// A store that can be made to hold a service in the middle of a change: where it writes down what it answers, which is after the
/// work and before anybody knows of it.
/// </summary>
internal interface IHeldStore : IDisposable
{
    /// <summary>What the service is started with.</summary>
    string Store { get; }

    /// <summary>Further words of its command.</summary>
    string[] Further { get; }

    /// <summary>From now on whoever writes an answer down waits for ever.</summary>
    void Hold();

    /// <summary>Whether somebody waits there.</summary>
    bool IsHeld();

    /// <summary>Nobody waits any more; whoever was killed while waiting is gone.</summary>
    void LetGo();

    /// <summary>The first number of a query on the records of the office.</summary>
    long Records(string sql);

    /// <summary>How often the register was told what an entry demolishes.</summary>
    long Dispositions();
}
