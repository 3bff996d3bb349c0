using System.Globalization;
using CityRenewal.Geo.Fabric;
using CityRenewal.Geo.Reports.Json;

namespace CityRenewal.Geo.Cli.Terminal;

/// <summary>The area ledger for people.</summary>
internal static class LedgerTable
{
    public static void Print(LandFabric fabric)
    {
        var ledger = fabric.Ledger;
        var table = TextTable.Of("面积台账 area ledger", ">m²", ">share");
        foreach (var (_, label, squareMetres) in LedgerWords.ClassesOf(ledger))
        {
            table.Row(label, squareMetres, ledger.StudyAreaM2 > 0 ? squareMetres / ledger.StudyAreaM2 : null);
        }

        table.Row("研究范围 study area", ledger.StudyAreaM2, 1.0);
        table.Row("余差 residual", ledger.ResidualM2, null);
        TextTable.Print(table);
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"study area: {LedgerWords.SourceOf(ledger.Source).Label}; on the ellipsoid {ledger.EllipsoidalM2:N2} m², the plane differs by {ledger.PlaneError:0.0e+0}"));
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"snapping gave {ledger.GainedM2:N3} m² to parcels and took {ledger.LostM2:N3} m²; {ledger.ParcelsOutsideM2:N0} m² of parcels lie outside the study area; {ledger.OverlappingParcels:N0} parcels overlap"));
        var stacked = fabric.StackedRights.Select(right => right.Right).Distinct().Count();
        Console.Out.WriteLine($"{stacked:N0} rights above or under ground are attached to the surface parcels they lie on; {fabric.UnusableShapes.Count:N0} surface parcels have no face");
    }
}
