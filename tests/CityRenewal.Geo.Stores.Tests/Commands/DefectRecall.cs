using System.Text.Json;

namespace CityRenewal.Geo.Stores.Tests.Commands;

/// <summary>
/// Compares what `renewal check --json` names with a ledger of planted defects (layer,fid,id,kind,note): which of them are
/// named by layer, number and kind, and which sound features are named although nothing was planted in them. Notes are
/// information and accuse nobody.
/// </summary>
internal sealed class DefectRecall
{
    private readonly HashSet<(string Layer, long Fid, string Kind)> _named = [];
    private readonly HashSet<(string Layer, long Fid)> _accused = [];
    private readonly List<(string Layer, long Fid, string Kind)> _planted;

    private DefectRecall(JsonElement defects, IEnumerable<string> ledger)
    {
        _planted = [.. ledger.Skip(1).Where(line => line.Length > 0).Select(line => line.Split(','))
            .Select(cells => (cells[0], long.Parse(cells[1]), cells[3]))];
        var planted = _planted.Select(defect => (defect.Layer, defect.Fid)).ToHashSet();
        foreach (var defect in defects.EnumerateArray())
        {
            var (layer, fid) = (defect.GetProperty("layer").GetString()!, defect.GetProperty("fid").GetInt64());
            var code = defect.GetProperty("code").GetString()!;
            _named.Add((layer, fid, code));

            // The feature that a planted twin is the twin of is named with it, and so is what refers to a planted id.
            var isCompanion = code is "duplicate_geometry" or "duplicate_rotated" or "duplicate_id" or "dangling_parcel_ref";
            if (!isCompanion && defect.GetProperty("severity").GetString() != "note" && fid >= 0 && !planted.Contains((layer, fid)))
            {
                _accused.Add((layer, fid));
            }
        }
    }

    /// <summary>Kinds of which fewer than that share of the planted defects are named, as "kind named/planted".</summary>
    public IEnumerable<string> KindsBelow(double share) =>
        from kind in _planted.GroupBy(defect => defect.Kind)
        let named = kind.Count(_named.Contains)
        where named < share * kind.Count()
        orderby kind.Key
        select $"{kind.Key} {named}/{kind.Count()}: not {string.Join(' ', kind.Where(defect => !_named.Contains(defect)).Select(defect => defect.Fid))}";

    /// <summary>Sound features that a warning or an error names, as "layer fid".</summary>
    public IReadOnlyList<string> Accused => [.. _accused.Order().Select(feature => $"{feature.Layer} {feature.Fid}")];

    /// <summary>Reads what a check printed and a ledger.</summary>
    public static DefectRecall Of(string json, string ledgerPath)
    {
        using var document = JsonDocument.Parse(json);
        return new DefectRecall(document.RootElement.GetProperty("defects"), File.ReadLines(ledgerPath));
    }
}
