namespace CityRenewal.Geo.Certificates;

/// <summary>
/// Checks a certificate against the facts of a city. Nothing here is shared with the search: lengths, areas, benefits and
/// sums are measured anew, and every number is whole.
/// </summary>
public static class CertificateCheck
{
    private const int MostFaults = 20;

    private static readonly Int128 HighestAreaPrice = (Int128)1 << 90;

    /// <summary>Everything that does not hold, and the bound.</summary>
    /// <param name="problem">What was asked.</param>
    /// <param name="certificate">What is said to prove its bound.</param>
    /// <param name="threads">Threads to use, 0 for all; the result does not depend on it.</param>
    /// <param name="cancel">Ends the work.</param>
    public static CertificateVerdict Of(
        CertifiedProblem problem, PlanCertificate certificate, int threads = 0, CancellationToken cancel = default)
    {
        var faults = OfPlan(problem, certificate);
        if (faults.Count > 0)
        {
            return new CertificateVerdict(faults, 0, certificate.Units.Count, 0);
        }

        problem.Prepare();
        var checks = new UnitCheck[problem.UnitCount];
        var options = new ParallelOptions { CancellationToken = cancel, MaxDegreeOfParallelism = threads > 0 ? threads : Environment.ProcessorCount };
        Parallel.For(0, checks.Length, options, unit =>
        {
            checks[unit] = new UnitCheck(problem, certificate, unit);
            checks[unit].Run();
        });
        Int128 bound = CertificateScale.CeilingOf(Allowance(problem, certificate), CertificateScale.Digits);
        foreach (var check in checks)
        {
            bound += check.Millionths;
            faults.AddRange(check.Faults);
        }

        if (faults.Count == 0 && bound != certificate.Millionths)
        {
            faults.Add(new CertificateFault(
                -1, $"The units prove {bound} millionths of a m², the plan says {certificate.Millionths}.",
                $"各单元合计 {bound}(百万分之一平方米),方案声明 {certificate.Millionths}。"));
        }

        var tight = certificate.Units.Count(unit => unit.IsExact);
        return new CertificateVerdict([.. faults.Take(MostFaults)], bound, checks.Length, tight)
        {
            UnitsWithoutLocks = certificate.Units.Count(unit => unit.WithoutLocks),
        };
    }

    private static List<CertificateFault> OfPlan(CertifiedProblem problem, PlanCertificate certificate)
    {
        var faults = new List<CertificateFault>();
        void Add(string text, string chinese) => faults.Add(new CertificateFault(-1, text, chinese));
        if (certificate.DataVersion != problem.DataVersion)
        {
            Add("The certificate is of another version of the city.", "证书对应另一版本的城市数据。");
        }

        if (certificate.Units.Count != problem.UnitCount)
        {
            Add(
                $"The certificate has {certificate.Units.Count} units, the city {problem.UnitCount}.",
                $"证书含 {certificate.Units.Count} 个单元,城市有 {problem.UnitCount} 个。");
        }

        if (certificate.PlanPrices.Count != problem.PlanSums.Count)
        {
            Add(
                $"The certificate prices {certificate.PlanPrices.Count} sums over the plan, the request has {problem.PlanSums.Count}.",
                $"证书含 {certificate.PlanPrices.Count} 项全局价格,请求有 {problem.PlanSums.Count} 项。");
            return faults;
        }

        if (Int128.Abs(certificate.AreaPrice) > HighestAreaPrice)
        {
            Add("The price of an area is out of range.", "片区价格超出范围。");
        }

        for (var sum = 0; sum < problem.PlanSums.Count; sum++)
        {
            if (certificate.PlanPrices[sum] < 0 || certificate.PlanPrices[sum] > CertificateScale.Cap(problem.PlanSums[sum].SoftPrice))
            {
                Add(
                    $"The price of {problem.PlanSums[sum].Name} over the plan has the wrong sign or is too high.",
                    $"全局项 {problem.PlanSums[sum].Name} 的价格符号错误或过高。");
            }
        }

        return faults;
    }

    /// <summary>What the whole plan may take for nothing at its prices, parts.</summary>
    private static Int128 Allowance(CertifiedProblem problem, PlanCertificate certificate)
    {
        var number = certificate.AreaPrice > 0 ? problem.Limits.MostAreas : problem.Limits.FewestAreas;
        var sum = certificate.AreaPrice * number;
        for (var each = 0; each < problem.PlanSums.Count; each++)
        {
            sum += (Int128)certificate.PlanPrices[each] * problem.PlanSums[each].Limit;
        }

        return sum;
    }
}
