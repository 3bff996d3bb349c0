using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Service.Runs;

/// <summary>What a piece of work is given besides its request.</summary>
/// <param name="Id">Id of the run.</param>
/// <param name="Caller">Who asked for it.</param>
/// <param name="Progress">Is told how far it is.</param>
internal sealed record RunContext(string Id, string Caller, IProgress<WorkProgress> Progress)
{
    /// <summary>Asks a search to end with the best that it has.</summary>
    public required CancellationToken Stop { get; init; }

    /// <summary>Ends the work at once: the service stops. Nothing is kept; it is begun again.</summary>
    public required CancellationToken Cancel { get; init; }

    /// <summary>Whether it was begun before, and the service did not live to end it.</summary>
    public bool IsAgain { get; init; }
}
