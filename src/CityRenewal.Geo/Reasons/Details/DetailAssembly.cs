using CityRenewal.Geo.Delineation;
using CityRenewal.Geo.Need;

namespace CityRenewal.Geo.Reasons;

/// <summary>Puts together all that is to be said about single parcels of one explained plan. For one thread.</summary>
public sealed class DetailAssembly
{
    private readonly PlanReasons _reasons;
    private readonly FreshVerdicts? _verdicts;
    private UnitFlips? _unit;
    private NodeReasons? _nodes;

    /// <summary>Prepares to look at parcels of a plan.</summary>
    public DetailAssembly(PlanReasons reasons)
    {
        _reasons = reasons;
        _verdicts = reasons.Problem.Book is { } book ? new FreshVerdicts(reasons.Problem, book) : null;
    }

    /// <summary>The details of a parcel.</summary>
    /// <param name="parcel">The parcel, a row of the city.</param>
    public ParcelDetail Of(int parcel)
    {
        var problem = _reasons.Problem;
        var need = problem.Need;
        var area = _reasons.AreaOfParcel[parcel];
        var cityNode = problem.Nodes.NodeOfParcel[parcel];
        return new ParcelDetail
        {
            Parcel = parcel,
            Area = area == UnitFlips.None ? "" : _reasons.Areas[area].Id,
            Code = _reasons.Codes[parcel],
            Text = SentenceWriter.Of(_reasons, parcel),
            MayJoin = cityNode >= 0,
            Need = double.IsNaN(need.Scores[parcel]) ? null : need.Scores[parcel],
            KnownShare = need.KnownShares[parcel],
            NeedParts = PartsOf(parcel),
            NetArea = problem.Ground.NetAreas[parcel],
            Benefit = _reasons.OwnBenefit(parcel),
            Flips = cityNode < 0 ? [] : FlipsOf(cityNode),
            Around = cityNode < 0 || area != UnitFlips.None ? null : Around(cityNode),
        };
    }

    private IReadOnlyList<NeedShare> PartsOf(int parcel)
    {
        var need = _reasons.Problem.Need;
        var shares = new List<NeedShare>();
        foreach (var part in NeedPartWords.All.Where(part => need.Weights[part] > 0))
        {
            var value = need.Parts[part].IsEmpty ? double.NaN : need.Parts[part][parcel];
            shares.Add(new NeedShare(part, double.IsNaN(value) ? null : value, need.Weights[part]));
        }

        return shares;
    }

    private (UnitFlips Unit, NodeReasons Nodes, int Node) Place(int cityNode)
    {
        var number = _reasons.UnitOfNode(cityNode);
        if (_unit is null || _nodes is null || _unit.Land.Problem != number)
        {
            _unit = _reasons.UnitOf(number);
            _nodes = _reasons.NodesOf(_unit);
        }

        return (_unit, _nodes, cityNode - _unit.Land.CityNode(0));
    }

    private IReadOnlyList<FlipDetail> FlipsOf(int cityNode)
    {
        var (_, nodes, node) = Place(cityNode);
        return [.. nodes.FlipsOf(node).Select(flip => DetailOf(node, flip))];
    }

    private FlipDetail DetailOf(int node, Flip flip)
    {
        var (unit, limits) = (_unit!, _reasons.Problem.Limits);
        var joins = unit.AreaOf(node) == UnitFlips.None;
        var cutOff = joins || !_nodes!.IsCut(node) ? [] : CutNodes.CutOff(unit, node);
        var opening = flip.Area == UnitFlips.None ? -limits.Opening : !joins && _reasons.SumsOf(flip.Area).Members == 1 ? limits.Opening : 0;
        var benefit = flip.Change.Benefit * SearchLimits.BenefitUnit;
        var outline = -(limits.Price * flip.Change.Outline);
        return new FlipDetail
        {
            Area = flip.Area == UnitFlips.None ? "" : _reasons.Areas[flip.Area].Id,
            Parcels = ParcelsOf([node]),
            ObjectiveChange = flip.Gain,
            Benefit = benefit,
            OutlinePrice = outline,
            OpeningPrice = opening,
            Penalties = flip.Gain - (flip.Change.Value(limits) + opening),
            OutlineChangeM = flip.Change.Outline * unit.Land.Nodes.MetresPerUnit,
            Limits = new LimitChanges(_reasons, unit).Of(node, flip, parts: joins ? 2 : cutOff.Count + 1),
            CutOff = [.. cutOff.Select(ParcelsOf)],
            Verdicts = _verdicts?.Between(DraftOf(flip.Area, null, joins), DraftOf(flip.Area, node, joins)) ?? [],
        };
    }

    private AreaDraft? DraftOf(int area, int? flipped, bool joins)
    {
        var unit = _unit!;
        if (area == UnitFlips.None && flipped is null)
        {
            return null;
        }

        var nodes = Enumerable.Range(0, unit.Land.ParcelCount)
            .Where(node => node == flipped ? joins : area != UnitFlips.None && unit.AreaOf(node) == area);
        return new AreaDraft(
            unit.Land.Nodes.ProblemUnit[unit.Land.Problem],
            [.. ParcelsOf(nodes)],
            area == UnitFlips.None ? [] : [.. unit.StreetFacesAfter(flipped, area, joins)]);
    }

    private IReadOnlyList<int> ParcelsOf(IEnumerable<int> nodes) => _reasons.ParcelsOf(_unit!, nodes);

    private AreaAround? Around(int cityNode)
    {
        var (unit, nodes, node) = Place(cityNode);
        if (nodes.FlipOf(node).Area != UnitFlips.None)
        {
            return null;
        }

        var found = _reasons.GrowthIn(unit.Land.Problem).Around(node);
        var plane = _reasons.City.Plane;
        return new AreaAround(
            plane.SquareMetresOfTwice(nodes.FreeLandAround(node)),
            found?.Value,
            found is { } area ? plane.SquareMetresOfTwice(area.Nodes.Sum(unit.Land.TwiceArea)) : 0,
            found is { } grown ? ParcelsOf(grown.Nodes) : []);
    }
}
