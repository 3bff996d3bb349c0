using System.Globalization;

namespace CityRenewal.Geo.Register;

/// <summary>What must be right before something enters the register; everything that is wrong is told at once.</summary>
public static class RegisterChecks
{
    /// <summary>What is wrong with a new entry.</summary>
    public static IReadOnlyList<RegisterProblem> OfNew(RenewalRegister register, RegisterEntry entry)
    {
        var problems = new List<RegisterProblem>();
        if (entry.Id.Trim().Length == 0 || entry.Id != entry.Id.Trim())
        {
            problems.Add(new("id", $"'{entry.Id}' is no id: give letters or digits without blanks around them.", $"编号“{entry.Id}”无效：请给出首尾不含空格的编号。"));
        }

        if (register.Find(entry.Id) is { } known)
        {
            problems.Add(new("known_id", $"{entry.Id} is registered already, as {known.State.Wire()}: take another id, or `register move` it.", $"{entry.Id} 已登记（{known.State.Chinese()}）：请换编号，或用 register move 变更状态。"));
        }

        if (entry.Parcels.Count == 0)
        {
            problems.Add(new("no_parcels", $"{entry.Id} has no parcels: name them, or give a boundary that holds some.", $"{entry.Id} 没有地块：请列出地块，或给出含有地块的边界。"));
        }

        if (entry.FiscalCoefficient is { } coefficient && !(coefficient > 0 && double.IsFinite(coefficient)))
        {
            problems.Add(new("fiscal_coefficient", $"The fiscal coefficient {coefficient.ToString(CultureInfo.InvariantCulture)} is no positive number: enter the one of the notice, or none.", "财政系数应为正数：请按文件填写，或不填。"));
        }

        problems.AddRange(OfStep(entry.Id, null, entry.History[0]));
        problems.AddRange(entry.Kind == RegisterKind.Project ? OfArea(register, entry) : []);
        return problems;
    }

    /// <summary>What is wrong with the number of a document that something is recorded by.</summary>
    public static IReadOnlyList<RegisterProblem> OfDocument(string id, string document) => document.Trim().Length > 0
        ? []
        : [new RegisterProblem("document", $"{id}: no document is named; give its number.", $"{id}：未给出文号，请填写。")];

    /// <summary>What is said of an id that is not registered.</summary>
    public static RegisterProblem Unknown(string id) => new(
        "unknown_id", $"{id} is not registered; `renewal register list` names what is.", $"{id} 未登记；已登记的见 renewal register list。");

    /// <summary>What is wrong with the next step of an entry; null stands before its first.</summary>
    public static IReadOnlyList<RegisterProblem> OfStep(string id, RegisterStep? last, RegisterStep next)
    {
        var problems = new List<RegisterProblem>();
        if (last is null ? next.State != RegisterState.Candidate : !last.State.Next().Contains(next.State))
        {
            var (now, english, chinese) = Allowed(last);
            problems.Add(new(
                "transition", $"{id} cannot become {next.State.Wire()}: it is {now}, from where it may become {english}.",
                $"{id} 不能变为“{next.State.Chinese()}”：现为“{last?.State.Chinese() ?? "未登记"}”，只可变为{chinese}。"));
        }

        if (next.Document.Trim().Length == 0)
        {
            problems.Add(new("document", $"{id}: no document is named; give its number.", $"{id}：未给出文号，请填写。"));
        }

        if (last is not null && next.Date < last.Date)
        {
            problems.Add(new(
                "date", $"{id}: {next.Date:yyyy-MM-dd} lies before its last step of {last.Date:yyyy-MM-dd}; give the date of this document.",
                $"{id}：日期 {next.Date:yyyy-MM-dd} 早于上一步的 {last.Date:yyyy-MM-dd}，请核对文件日期。"));
        }

        return problems;
    }

    private static (string Now, string English, string Chinese) Allowed(RegisterStep? last)
    {
        IReadOnlyList<RegisterState> next = last?.State.Next() ?? [RegisterState.Candidate];
        return next.Count == 0
            ? (last!.State.Wire(), "nothing else", "（终态，不再变更）")
            : (last?.State.Wire() ?? "not registered", string.Join(" or ", next.Select(state => state.Wire())), string.Join("或", next.Select(state => $"“{state.Chinese()}”")));
    }

    private static IEnumerable<RegisterProblem> OfArea(RenewalRegister register, RegisterEntry project)
    {
        if (register.Find(project.Area) is not { Kind: RegisterKind.Area } area)
        {
            yield return new("area", $"{project.Id} belongs to area '{project.Area}', which is not registered: register the area first.", $"{project.Id} 所属片区“{project.Area}”未登记：请先登记片区。");
            yield break;
        }

        var own = area.Parcels.Select(parcel => parcel.Id).ToHashSet(StringComparer.Ordinal);
        var outside = project.Parcels.Where(parcel => !own.Contains(parcel.Id)).Select(parcel => parcel.Id).ToList();
        if (outside.Count > 0)
        {
            yield return new(
                "outside_area", $"{outside.Count} parcels of {project.Id} lie outside its area {area.Id} ({string.Join(", ", outside.Take(5))}): leave them out, or register them with another area.",
                $"{project.Id} 有 {outside.Count} 个地块不在片区 {area.Id} 内（{string.Join("、", outside.Take(5))}）：请剔除或改属其他片区。");
        }
    }
}
