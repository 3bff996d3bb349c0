using CityRenewal.Geo.Land;
using CityRenewal.Geo.Samples.Blocks;
using CityRenewal.Geo.Samples.Buildings;
using CityRenewal.Geo.Samples.Ground;
using CityRenewal.Geo.Samples.Registers;
using CityRenewal.Geo.Samples.Zones;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Samples;

/// <summary>
/// Invents a city as a district of Chongqing might be: bent streets on hills, a river, old quarters beside towers, with every
/// layer and attribute that the engine knows, some of them unknown. Nothing in it is real.
/// </summary>
public static class SampleCity
{
    internal const string OriginOfLayers = "generated sample";

    /// <summary>The layers of a sample city in EPSG:4545, coordinates to the millimetre; the same for any number of threads.</summary>
    public static IReadOnlyList<SourceLayer> Of(
        SampleOptions options, IProgress<WorkProgress>? progress = null, CancellationToken cancel = default)
    {
        options.Check();
        progress?.Report(new WorkProgress("Laying out streets", 0));
        var plan = TownPlan.Of(options, cancel);
        var bend = new Bend(options.Seed, options.Town);
        // Zones before parcels: what they are drawn from is freed before the bulk of the city is held.
        var zones = Zones(plan, bend, progress, cancel);
        var cells = Fill(plan, bend, progress, cancel);
        progress?.Report(new WorkProgress("Joining blocks", 0));
        SourceLayer[] layers = [ParcelLayer.Of(cells), BuildingLayer.Of(cells), .. zones, ProtectedLayer.Of(cells)];
        return options.Town == TownKind.CountyTown ? CountyRegister.Of(layers, options.Seed) : layers;
    }

    private static SourceLayer[] Zones(
        TownPlan plan, Bend bend, IProgress<WorkProgress>? progress, CancellationToken cancel)
    {
        var layout = new Layout(plan, RegionNet.Of(plan), bend);
        Func<Layout, SourceLayer>[] sheets =
        [
            UdbSheet.Of,
            ControlLineSheet.Of,
            PlotSheet.Of,
            HistoricSheet.Of,
            UnitSheets.PlanningUnits,
            UnitSheets.AdministrativeUnits,
            UnitSheets.Subzones,
            WaterSheet.Of,
            UnitSheets.StudyArea,
            BarrierSheet.Of,
        ];
        progress?.Report(new WorkProgress("Drawing zones", 0));
        var layers = new SourceLayer[sheets.Length];
        Parallel.For(0, sheets.Length, plan.Options.InParallel(cancel), sheet => layers[sheet] = sheets[sheet](layout));
        return [.. layers, HealthCheckSheet.Of(layout, layers.Single(layer => layer.Name == LayerNames.AdministrativeUnits))];
    }

    private static CellParcels[] Fill(
        TownPlan plan, Bend bend, IProgress<WorkProgress>? progress, CancellationToken cancel)
    {
        var firsts = FirstParcels(plan);
        var cells = new CellParcels[plan.FirstOfCell.Count - 1];
        var done = 0;
        Parallel.For(
            0,
            cells.Length,
            plan.Options.InParallel(cancel),
            () => new BlockWriter(plan.Options, bend),
            (c, _, writer) =>
            {
                cells[c] = new CellParcels();
                for (var r = plan.FirstOfCell[c]; r < plan.FirstOfCell[c + 1]; r++)
                {
                    if (plan.Regions[r].Faces > 0)
                    {
                        writer.Write(plan.Regions[r], firsts[r].Unit, firsts[r].Number, cells[c]);
                    }
                }

                cells[c].Trim();
                progress?.Report(new WorkProgress("Building blocks", (double)Interlocked.Increment(ref done) / cells.Length));
                return writer;
            },
            _ => { });
        return cells;
    }

    // Per region its planning unit, from 1, and the number of its first parcel in that unit, from 1.
    private static (int Unit, int Number)[] FirstParcels(TownPlan plan)
    {
        var firsts = new (int Unit, int Number)[plan.Regions.Count];
        var (unit, number) = (0, 1);
        for (var r = 0; r < firsts.Length; r++)
        {
            if (r == 0 || Divisions.UnitOf(plan.Regions[r].Cell) != Divisions.UnitOf(plan.Regions[r - 1].Cell))
            {
                (unit, number) = (unit + 1, 1);
            }

            firsts[r] = (unit, number);
            number += plan.Regions[r].Parcels;
        }

        return firsts;
    }
}
