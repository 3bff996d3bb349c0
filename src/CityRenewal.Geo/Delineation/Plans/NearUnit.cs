using CityRenewal.Geo.Certificates;

namespace CityRenewal.Geo.Delineation;

/// <summary>What a search at other prices near these knows of a unit, and what is spent on it here.</summary>
/// <param name="Proof">What proves the bound there; its prices are begun with.</param>
/// <param name="Cuts">Cuts to lower the bound by at most.</param>
/// <param name="WorkPerParcel">Proposals per parcel from what leads the bound; half as many from the areas that were found there.</param>
internal sealed record NearUnit(UnitCertificate Proof, int Cuts, int WorkPerParcel);
