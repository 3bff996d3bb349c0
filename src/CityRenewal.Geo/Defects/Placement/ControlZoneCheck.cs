using CityRenewal.Geo.Land;
using CityRenewal.Geo.Overlay;

namespace CityRenewal.Geo.Defects;

/// <summary>Construction control zones that cover the core zone which they surround instead of leaving it out.</summary>
internal static class ControlZoneCheck
{
    private const double Covered = 0.5;

    /// <summary>Findings on historic zones.</summary>
    public static List<CityFinding> Of(City city, OverlayRun run)
    {
        var zones = city.Layer(LayerNames.HistoricZones);
        var measured = MeasuredFeatures.Of(zones.Shapes, run);
        var pairs = OverlapPairs.Of(zones.Shapes, measured, zones.Shapes, measured, run);
        var found = new List<CityFinding>();
        for (var row = 0; row < zones.Count; row++)
        {
            if (zones.Kinds[row] != "control")
            {
                continue;
            }

            foreach (var (core, area) in pairs.PartsOf(row))
            {
                if (zones.Kinds[core] == "core" && area > Covered * measured.Areas[core])
                {
                    found.Add(new CityFinding(BorderDefects.BufferWithoutHole, LayerNames.HistoricZones, row, FormattableString.Invariant(
                        $"{area:0} m² of core zone {zones.Ids[core]}")));
                }
            }
        }

        return found;
    }
}
