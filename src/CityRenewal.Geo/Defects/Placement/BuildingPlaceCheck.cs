using CityRenewal.Geo.Land;
using CityRenewal.Geo.Overlay;

namespace CityRenewal.Geo.Defects;

/// <summary>
/// Buildings that do not lie where their parcel and their neighbours say. A building mostly off the parcel that it names, or
/// upon another building, is moved; one that only reaches across a border may well stand there.
/// </summary>
internal sealed class BuildingPlaceCheck(City city, ParcelFacts facts, (bool[]? Parcels, bool[]? Buildings) spoilt)
{
    /// <summary>An overhang counts from this mean depth, metres: less is the difference between two surveys.</summary>
    private const double Overhang = 0.5;

    private const double MostlyOff = 0.85;

    private readonly Buildings _buildings = city.Buildings;
    private readonly List<CityFinding> _found = [];

    /// <summary>Findings on all buildings.</summary>
    public static List<CityFinding> Of(
        City city, ParcelFacts facts, (bool[]? Parcels, bool[]? Buildings) spoilt, OverlayRun run)
    {
        var check = new BuildingPlaceCheck(city, facts, spoilt);
        var upon = BuildingOverlaps.Of(city, spoilt.Buildings, run);
        var off = check.OffTheirParcel();
        check.Join(upon, off);
        return check._found;
    }

    // Share of the footprint off the parcel that the building names, else off the one that holds most of it.
    private Dictionary<int, (double Share, bool NamesIt)> OffTheirParcel()
    {
        var off = new Dictionary<int, (double, bool)>();
        var elsewhere = new List<int>();
        for (var row = 0; row < _buildings.Count; row++)
        {
            var footprint = facts.Buildings.Footprint[row];
            var main = facts.BuildingShares.MainParcel[row];
            if (spoilt.Buildings?[row] == true || !(footprint > 0) || (main < 0 && _buildings.ParcelIds.Utf8(row).Length == 0))
            {
                continue;
            }

            var named = _buildings.ParcelIds.Utf8(row);
            var namesMain = main >= 0 && (named.Length == 0 || named.SequenceEqual(city.Parcels.Ids.Utf8(main)));
            if (!namesMain)
            {
                elsewhere.Add(row);
            }
            else if (spoilt.Parcels?[main] != true && IsOverhang(footprint - AreaOn(row, main), footprint))
            {
                off[row] = ((footprint - AreaOn(row, main)) / footprint, named.Length > 0);
            }
        }

        AddElsewhere(elsewhere, off);
        return off;
    }

    private static bool IsOverhang(double outside, double footprint) => outside > Overhang * Math.Sqrt(footprint);

    private double AreaOn(int building, int parcel)
    {
        foreach (var (zone, area) in facts.BuildingShares.ParcelsOf(building))
        {
            if (zone == parcel)
            {
                return area;
            }
        }

        return 0;
    }

    // A parcel far away is a wrong number, not a wrong place: that is told by the check of references.
    private void AddElsewhere(List<int> elsewhere, Dictionary<int, (double Share, bool NamesIt)> off)
    {
        var parcels = RowsById.Of(city.Parcels.Ids, elsewhere.Select(row => _buildings.ParcelIds[row]));
        foreach (var row in elsewhere)
        {
            var named = parcels[_buildings.ParcelIds[row]];
            var box = _buildings.Shapes.BoxOf(row);
            long reach = (long)(10 * city.Plane.UnitsPerMetre);
            var isNear = !named.Exists(parcel => spoilt.Parcels?[parcel] == true) && named.Exists(parcel => city.Parcels.Shapes.BoxOf(parcel) is var lot
                && lot.MinX <= box.MaxX + reach && box.MinX <= lot.MaxX + reach && lot.MinY <= box.MaxY + reach && box.MinY <= lot.MaxY + reach);
            if (isNear)
            {
                var footprint = facts.Buildings.Footprint[row];
                off[row] = (1 - (named.Max(parcel => AreaOn(row, parcel)) / footprint), true);
            }
        }
    }

    private void Join(BuildingOverlaps upon, Dictionary<int, (double Share, bool NamesIt)> off)
    {
        foreach (var row in off.Keys.Concat(upon.Culprits.Keys).Distinct().Order())
        {
            var isOff = off.TryGetValue(row, out var where) && where.Share > MostlyOff;
            var isUpon = upon.Culprits.TryGetValue(row, out var shared);

            // Where one of two is off its parcel too, the other one only lies under it.
            if (isUpon && !isOff && shared.Others is [var other] && off.TryGetValue(other, out var its) && its.Share > MostlyOff)
            {
                continue;
            }

            if (isOff || isUpon)
            {
                _found.Add(Finding(BorderDefects.ShiftedBuilding, row, isUpon ? shared.Detail : $"{OffText(where.Share)} the parcel it names"));
            }
            else
            {
                var kind = where.NamesIt ? BorderDefects.ShiftedBuilding : BorderDefects.BuildingAcrossParcels;
                var parcel = where.NamesIt ? "the parcel it names: moved, or built across" : "the parcel that holds most of it";
                _found.Add(Finding(kind, row, $"{OffText(where.Share)} {parcel}") with { Severity = Severity.Note });
            }
        }

        _found.AddRange(upon.Habitual.Select(pair => Finding(BorderDefects.BuildingOverlap, pair.Row, pair.Detail)));
    }

    private static string OffText(double share) => FormattableString.Invariant($"{share * 100:0} % of its footprint lies off");

    private static CityFinding Finding(DefectKind kind, int row, string detail) => new(kind, LayerNames.Buildings, row, detail);
}
