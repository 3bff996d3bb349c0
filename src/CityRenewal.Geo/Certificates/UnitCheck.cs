using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Certificates;

/// <summary>
/// Checks the certificate of one unit: its nodes, the signs and caps of its prices, every weight, every flow against its
/// border, every node against its flows, and the flow against the set that it says is best.
/// </summary>
internal sealed class UnitCheck(CertifiedProblem problem, PlanCertificate plan, int unit)
{
    private const long HighestForce = 1L << 60;

    private readonly UnitCertificate _proof = plan.Units[unit];
    private readonly int _first = problem.UnitStart[unit];
    private readonly int _count = problem.UnitStart[unit + 1] - problem.UnitStart[unit];
    private readonly List<CertificateFault> _faults = [];
    private readonly long _perLength = CertificateScale.Down(problem.Limits.Price) + plan.Units[unit].OutlinePrice;
    private int _locked;
    private Int128[]? _reached;

    /// <summary>Everything that does not hold; the first of each kind.</summary>
    public IReadOnlyList<CertificateFault> Faults => _faults;

    /// <summary>The bound of the unit, millionths of a m²; meaningful where there is no fault.</summary>
    public Int128 Millionths { get; private set; }

    /// <summary>Runs all checks.</summary>
    public void Run()
    {
        if (!HasShape() || !HasPrices())
        {
            return;
        }

        var measures = new UnitMeasures(problem, _proof, unit);
        CheckMembers();
        CheckReaches(measures);
        CheckWeights(measures);
        if (_faults.Count == 0)
        {
            CheckFlows(measures);
            CheckConservation();
            CheckCut(measures);
            SumUp(measures);
        }
    }

    private int Digits => CertificateScale.Digits + _proof.Grain;

    private bool HasShape()
    {
        var flows = _proof.FlowTo.Length;
        var isWhole = _proof.Members.Length == _count && _proof.Weights.Length == _count && _proof.Remainders.Length == _count
            && _proof.Chosen.Length == _count && _proof.FlowStart.Length == _count + 1 && _proof.Flows.Length == flows
            && _proof.FlowStart[0] == 0 && _proof.FlowStart[^1] == flows && _proof.Grain is >= 0 and <= 40;
        for (var node = 0; node < _count && isWhole; node++)
        {
            var (from, past) = (_proof.FlowStart[node], _proof.FlowStart[node + 1]);
            isWhole = from <= past && past <= flows;
            for (var flow = from; flow < past && isWhole; flow++)
            {
                isWhole = _proof.FlowTo[flow] >= (flow > from ? _proof.FlowTo[flow - 1] + 1 : 0) && _proof.FlowTo[flow] < node;
            }
        }

        return isWhole || Fault("its columns do not fit its nodes", "列与节点不符");
    }

    private bool HasPrices()
    {
        if (_proof.RowPrices.Length != problem.Rows.Count)
        {
            return Fault(
                $"it has prices for {_proof.RowPrices.Length} rows, the rules have {problem.Rows.Count}",
                $"含 {_proof.RowPrices.Length} 行的影子价格,规则有 {problem.Rows.Count} 行");
        }

        for (var row = 0; row < problem.Rows.Count; row++)
        {
            if (_proof.RowPrices[row] < 0 || _proof.RowPrices[row] > CertificateScale.Cap(problem.Rows[row].SoftPrice))
            {
                return Fault($"the price of row {problem.Rows[row].Rule} has the wrong sign or is too high", $"规则 {problem.Rows[row].Rule} 的价格符号错误或过高");
            }
        }

        if (Math.Abs(_proof.LandPrice) > CertificateScale.Ceiling || _proof.OutlinePrice > CertificateScale.Ceiling || _proof.Force is < 0 or > HighestForce)
        {
            return Fault("a price of land, outline or force is out of range", "土地、周长或强制价格超出范围");
        }

        var (room, built) = (_proof.RoomPrice, _proof.NewFloorPrice);
        if (problem.NodeFloors is { } floors ? room is < 0 or > CertificateScale.Ceiling || built < 0 || built > floors.HighestNew : (room, built) != (0, 0))
        {
            return Fault("a price of floor area has the wrong sign, is too high or is not asked for", "建筑面积价格符号错误、过高或未被请求");
        }

        return CertificateScale.IsChord(_proof, problem.Limits)
            || Fault("the price of the outline is not made up for by what land is given", "周长价格与面积补偿不符");
    }

    private void CheckMembers()
    {
        for (var node = 0; node < _count; node++)
        {
            var face = problem.StreetFace[_first + node];
            if (_proof.Members[node] != (face >= 0 ? -1 - face : problem.ParcelsOf(_first + node)[0]))
            {
                Fault($"node {node} is not what the city has there", $"节点 {node} 与城市数据不符");
                return;
            }
        }
    }

    private void CheckReaches(UnitMeasures measures)
    {
        if (_proof.Reaches.Count > 0 && _faults.Count == 0)
        {
            var reaches = new ReachCheck(problem, _proof, measures, unit);
            _reached = reaches.Parts;
            _ = reaches.IsRight || Fault("a limit of reach has no payer among its nodes, or a price out of range", "可达约束的付费节点或价格有误");
        }
    }

    private void CheckWeights(UnitMeasures measures)
    {
        for (var node = 0; node < _count; node++)
        {
            var isLocked = IsLocked(_first + node);
            _locked += isLocked ? 1 : 0;
            if (_proof.Weights[node] != WeightOf(node, measures) + (isLocked ? _proof.Force : 0))
            {
                Fault($"the weight of node {node} is not what the facts give", $"节点 {node} 的权重与事实不符");
                return;
            }
        }
    }

    private Int128 WeightOf(int node, UnitMeasures measures)
    {
        var parts = -(Int128)_perLength * measures.Free[node];
        parts += (Int128)_proof.ChordPrice * measures.Land[node];
        if (problem.StreetFace[_first + node] < 0)
        {
            parts += (Int128)BenefitOf(_first + node) << CertificateScale.Digits;
            parts += ((Int128)_proof.LandPrice * measures.Land[node]) + (_reached?[node] ?? 0);
            for (var row = 0; row < problem.Rows.Count; row++)
            {
                parts -= (Int128)_proof.RowPrices[row] * problem.TakenOf(problem.Rows[row], _first + node);
            }

            parts += problem.NodeFloors?.GainOf(_first + node, _proof.RoomPrice, _proof.NewFloorPrice) ?? 0;
            for (var sum = 0; sum < plan.PlanPrices.Count; sum++)
            {
                parts -= (Int128)plan.PlanPrices[sum] * problem.PlanSums[sum].Taken[_first + node];
            }
        }

        return Int128.Max(CertificateScale.Floor, CertificateScale.CeilingOf(parts, Digits));
    }

    /// <summary>
    /// (need − threshold) × land of the parcels of a node, whole millionths of a m², rounded up; so is what the price on change
    /// gives for land of an existing plan and takes for other land.
    /// </summary>
    private long BenefitOf(int node)
    {
        double sum = 0, kept = 0;
        foreach (var parcel in problem.ParcelsOf(node))
        {
            var need = problem.Need.Scores[parcel];
            sum += double.IsNaN(need) ? 0 : (need - problem.NeedThreshold) * problem.NetAreaOf(parcel);
            kept += problem.ChangePrice == 0 ? 0 : (problem.IsInExistingPlan(parcel) ? 1 : -1) * problem.NetAreaOf(parcel);
        }

        return (long)Math.Ceiling(sum / 1e-6) + (long)Math.Ceiling(problem.ChangePrice * kept / 1e-6);
    }

    private bool IsLocked(int node)
    {
        foreach (var parcel in problem.ParcelsOf(node))
        {
            if (problem.Locks[parcel] == ParcelLock.In)
            {
                return true;
            }
        }

        return false;
    }

    private void CheckFlows(UnitMeasures measures)
    {
        for (var node = 0; node < _count; node++)
        {
            for (var flow = _proof.FlowStart[node]; flow < _proof.FlowStart[node + 1]; flow++)
            {
                var room = CostOf(measures.Border[flow]);
                if (_proof.Flows[flow] < -room || (_proof.Flows[flow] > room && !IsHeld(node, flow, measures)))
                {
                    Fault(
                        $"{_proof.Flows[flow]} flow from node {node} to {_proof.FlowTo[flow]}, where {room} fit",
                        $"节点 {node} 至 {_proof.FlowTo[flow]} 的流量 {_proof.Flows[flow]} 超过容量 {room}");
                    return;
                }
            }
        }
    }

    /// <summary>Whether a flow runs from a street to a parcel beside it: a street is never in without it, so nothing limits the flow.</summary>
    private bool IsHeld(int node, int flow, UnitMeasures measures) =>
        problem.StreetFace[_first + node] >= 0 && problem.StreetFace[_first + _proof.FlowTo[flow]] < 0
        && (measures.Touches[flow] || measures.Border[flow] > 0);

    private void CheckConservation()
    {
        // Weights are right by now, so that nothing here leaves 64 bits.
        var left = new long[_count];
        for (var node = 0; node < _count; node++)
        {
            left[node] += _proof.Weights[node];
            for (var flow = _proof.FlowStart[node]; flow < _proof.FlowStart[node + 1]; flow++)
            {
                left[node] -= _proof.Flows[flow];
                left[_proof.FlowTo[flow]] += _proof.Flows[flow];
            }
        }

        for (var node = 0; node < _count; node++)
        {
            if (left[node] != _proof.Remainders[node])
            {
                Fault(
                    $"what flows in and out of node {node} leaves {left[node]}, not {_proof.Remainders[node]}",
                    $"节点 {node} 流入流出后余 {left[node]},而非 {_proof.Remainders[node]}");
                return;
            }
        }
    }

    private void CheckCut(UnitMeasures measures)
    {
        if (!_proof.IsExact)
        {
            return;
        }

        Int128 worth = 0;
        for (var node = 0; node < _count; node++)
        {
            worth += _proof.Chosen[node] ? _proof.Weights[node] : 0;
            for (var flow = _proof.FlowStart[node]; flow < _proof.FlowStart[node + 1]; flow++)
            {
                worth -= _proof.Chosen[node] != _proof.Chosen[_proof.FlowTo[flow]] ? CostOf(measures.Border[flow]) : 0;
                if (_proof.Chosen[node] && !_proof.Chosen[_proof.FlowTo[flow]] && IsHeld(node, flow, measures))
                {
                    Fault($"street {node} is chosen without a parcel beside it", $"街道节点 {node} 被选而其旁地块未选");
                    return;
                }
            }
        }

        foreach (var (_, _, length) in measures.Unnamed)
        {
            worth -= CostOf(length);
        }

        if (worth != FlowBound())
        {
            Fault($"the chosen nodes are worth {worth}, the flow says {FlowBound()}", $"所选节点值 {worth},流量值 {FlowBound()}");
        }
    }

    private Int128 FlowBound()
    {
        Int128 sum = 0;
        foreach (var remainder in _proof.Remainders)
        {
            sum += Math.Max(0, remainder);
        }

        return sum;
    }

    private void SumUp(UnitMeasures measures)
    {
        var constant = new UnitConstant(problem, plan, _proof);
        for (var node = 0; node < _count; node++)
        {
            if (problem.StreetFace[_first + node] < 0)
            {
                constant.Take(measures.Land[node]);
            }
        }

        var cut = FlowBound() - ((Int128)_proof.Force * _locked) + CertificateScale.CeilingOf(constant.Parts(), Digits);
        var bound = cut << _proof.Grain;
        Millionths = _locked > 0 ? bound : constant.NoAreaFits ? 0 : Int128.Max(0, bound);
        if (Millionths != _proof.Millionths)
        {
            Fault($"it proves {Millionths} millionths of a m², not {_proof.Millionths}", $"证明值为 {Millionths}(百万分之一平方米),而非 {_proof.Millionths}");
        }
    }

    private Int128 CostOf(long length) => ((Int128)_perLength * length) >> Digits;

    private bool Fault(string text, string textChinese)
    {
        _faults.Add(new CertificateFault(unit, $"Unit {unit}: {text}.", $"单元 {unit}:{textChinese}。"));
        return false;
    }
}
