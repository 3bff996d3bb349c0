using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Service.Dossiers;

/// <summary>Where a dossier is made or verified: on a city, with somebody who hears how it goes.</summary>
/// <param name="Work">The work on the city.</param>
/// <param name="Progress">Told how far the work is; null tells nobody.</param>
/// <param name="Cancel">Ends the work.</param>
public sealed record DossierDesk(CityWork Work, IProgress<WorkProgress>? Progress, CancellationToken Cancel)
{
    /// <summary>Hears what a reader must know and need not act on; unset says it to nobody.</summary>
    public Action<string> Tell { get; init; } = _ => { };
}
