using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Service.Tests.Tiles;

/// <summary>Layers without a row, for cities of which only another layer counts.</summary>
internal static class TileRows
{
    private static readonly City Empty = CityAssembly.From([], new AssemblyOptions { Plane = new(106.55, 29.56, 28.9, 30.2) }).City;

    public static Parcels NoParcels => Empty.Parcels;

    public static Buildings NoBuildings => Empty.Buildings;
}
