using CityRenewal.Geo.Areas;

namespace CityRenewal.Geo.Register;

/// <summary>Land whose buildings make a ledger.</summary>
/// <param name="Id">Id of the area or project.</param>
/// <param name="Parcels">Rows of its parcels.</param>
/// <param name="Dispositions">What is proposed for its buildings; null where nothing is.</param>
public sealed record LedgerArea(string Id, IReadOnlyList<int> Parcels, IReadOnlyList<BuildingDisposition>? Dispositions);
