"""How fast `planparse batch` is, and how much memory it takes, on generated plans.

    python benchmarks/batch.py speed  [--documents 300] [--paragraphs 18] [--repeat 9]
    python benchmarks/batch.py memory [--documents 1000 20000]

`speed` compares a plain loop over `extract` that writes what it gets to one file, as JSON Lines, with a batch of one
worker and of one worker per processor. Efficiency is documents per second of the batch, divided by those of that loop
and by the number of workers. Wall time is what counts on an idle machine; processor time says the same on a busy one:
what the batch costs besides. The loop that throws the documents away stands beside it; and as many loops as there are
processors, each with its share of the documents, say what the machine itself gives when all of them are busy: where
processors share a cache or a core, or other tenants work, that is less than one loop times their number.
`memory` gives the highest sum of the proportional set sizes (PSS) of all processes of a run.
"""

from __future__ import annotations

import argparse
import itertools
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

OPENING = """松溪县{name}局{year}年{work}工作方案
为做好{year}年{work}工作，结合我县实际，制定本方案。
一、工作目标
到{year}年底，全县完成{work}{count}处，投入资金{money}万元，覆盖率达到{share}%以上。
二、重点工作
"""
PARAGRAPH = """（{part}）推进第{part}片{work}。{year}年{month}月底前完成{count}处，总投资不低于{money}万元，\
受益群众{people}余人。由县{name}局牵头，县财政局配合，各乡镇负责组织实施，验收合格率达到{share}%。坚持因地制宜、分类指导，统筹规划、突出重点，\
尊重群众意愿，注重建管并重，把工程质量放在首位。加强宣传引导，充分调动各方面的积极性，营造全社会关心支持的良好氛围。\
健全协调机制，明确工作责任，细化工作措施，严格项目管理，规范资金使用，主动接受社会监督，防止重复建设和形式主义。\
认真总结经验，及时发现典型，以点带面推动工作。对工作中的新情况新问题，要深入调查研究，提出解决办法，重大事项及时报告。\
切实转变作风，深入基层一线，倾听群众呼声，帮助解决实际困难，让群众有更多获得感。把各项任务与日常工作结合起来，一并部署落实。
"""
CLOSING = """三、保障措施
各乡镇要加强领导，落实责任，确保各项任务按期完成。
责任人：林某某
联系电话：0599-12345{count:02}
"""
WRITING = "loop"
SIDE_BY_SIDE = "loops, side by side"
LOOPS = ("loop, nothing kept", WRITING, SIDE_BY_SIDE)
NAMES = ("水利", "教育", "民政", "交通", "农业", "卫生")
WORKS = ("危桥改造", "校舍加固", "敬老院修缮", "村道硬化", "水库清淤")


def plan_text(number: int, paragraphs: int) -> str:
    """An invented plan; the same number gives the same plan."""
    values = {
        "name": NAMES[number % 6],
        "work": WORKS[number % 5],
        "year": 2018 + number % 9,
        "share": 60 + number % 40,
        "money": 100 + number % 977,
        "count": 3 + number % 90,
    }
    parts = (
        PARAGRAPH.format(part=part, month=1 + (number + part) % 12, rooms=2 + part, people=part * 130, **values)
        for part in range(1, paragraphs + 1)
    )
    return OPENING.format(**values) + "".join(parts) + CLOSING.format(**values)


def write_plans(folder: Path, documents: int, paragraphs: int) -> int:
    """Writes so many plans in folders of a thousand; returns their characters."""
    characters = 0
    for number in range(documents):
        text = plan_text(number, paragraphs)
        path = folder / f"{number // 1000:03}" / f"plan-{number:06}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        characters += len(text)
    return characters


def loop(folder: Path, out: Path | None, share: int = 0, shares: int = 1) -> None:
    """The plain loop over every so-manieth document; writes them to `out`, or throws them away."""
    import planparse
    from planparse.rules import load_rules

    rules = load_rules()
    with Path(out or os.devnull).open("w", encoding="utf-8") as file:
        for path in sorted(folder.rglob("*.txt"))[share::shares]:
            document = planparse.extract(path, rules=rules)
            if out:
                file.write(document.model_dump_json() + "\n")


def run(lines: list[list[str]]) -> tuple[float, float]:
    """Wall and processor seconds of programs that run at the same time, with their children."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    running = [subprocess.Popen(line, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for line in lines]
    for program in running:
        said, complaint = program.communicate()
        if program.returncode:
            words = f"{said.decode()}{complaint.decode()}"
            raise SystemExit(f"{' '.join(map(str, program.args))} ended with {program.returncode}:\n{words}")
    wall, after = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def programs(way: str, folder: Path, out: Path, processors: int) -> list[list[str]]:
    """The command lines of a loop or several, or of a batch of so many workers."""
    if way not in LOOPS:
        return [batch_command(folder, out, int(way))]
    one = [sys.executable, __file__, "loop", str(folder)]
    if way == SIDE_BY_SIDE:
        return [[*one, f"{out}-{share}", str(share), str(processors)] for share in range(processors)]
    return [[*one, *([str(out)] if way == WRITING else [])]]


def batch_command(folder: Path, out: Path, jobs: int) -> list[str]:
    """The command line of a batch."""
    program = "from planparse.cli import run; run()"
    return [sys.executable, "-c", program, "batch", str(folder), str(out), "--jobs", str(jobs)]


def speed(documents: int, paragraphs: int, repeat: int) -> None:
    """Prints documents per second of the least disturbed of `repeat` turns, and the efficiency, without the start-up.

    Loop and batches take turns, and each turn has an efficiency of its own: what runs right after each other is
    compared, as the machine's speed differs from minute to minute. The median is printed.
    """
    processors = len(os.sched_getaffinity(0))
    crews = [str(jobs) for jobs in sorted({1, processors})]
    ways = (*LOOPS, *crews)
    with tempfile.TemporaryDirectory() as temporary:
        folder, one = Path(temporary) / "in", Path(temporary) / "one"
        characters = write_plans(folder, documents, paragraphs)
        write_plans(one, 1, paragraphs)
        outs = (Path(temporary) / f"out-{number}" for number in itertools.count())
        started, whole = (
            [{way: run(programs(way, path, next(outs), processors)) for way in ways} for _ in range(turns)]
            for path, turns in ((one, 3), (folder, repeat))
        )
    start = {way: [min(turn[way][at] for turn in started) for at in (0, 1)] for way in ways}
    turns = [{way: (turn[way][0] - start[way][0], turn[way][1] - start[way][1]) for way in ways} for turn in whole]

    print(f"{documents} plans of {characters // documents} characters, {processors} processors, {repeat} turns")
    print(f"{'':22}{'docs/s':>8}{'chars/s':>10}{'wall s':>8}{'cpu s':>8}{'wall eff.':>11}{'cpu eff.':>10}")
    for way in ways:
        wall, cpu = (min(turn[way][at] for turn in turns) for at in (0, 1))
        workers = processors if way == SIDE_BY_SIDE else 1 if way in LOOPS else int(way)
        by_wall = median(turn[WRITING][0] / turn[way][0] / workers for turn in turns)
        by_cpu = median(turn[WRITING][1] / turn[way][1] for turn in turns)
        name = way if way in LOOPS else f"batch, {way} jobs"
        _print_speed(name, documents, characters, wall, cpu, f"{by_wall:11.2f}{by_cpu:10.2f}")
    against = median(turn[SIDE_BY_SIDE][0] / turn[crews[-1]][0] for turn in turns)
    print(f"batch, {processors} jobs, against the loops side by side: {against:.2f}")


def _print_speed(name: str, documents: int, characters: int, wall: float, cpu: float, efficiency: str) -> None:
    speeds = f"{documents / wall:8.1f}{characters / wall:10.0f}{wall:8.2f}{cpu:8.2f}"
    print(f"{name:22}{speeds}{efficiency}", flush=True)


def peak_of(arguments: list[str]) -> int:
    """The highest sum of PSS, in kB, of a program and all its descendants."""
    with subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        peak = 0
        while process.poll() is None:
            peak = max(peak, sum(_pss(pid) for pid in _family(process.pid)))
            time.sleep(0.1)
    if process.returncode:
        raise SystemExit(f"{arguments} ended with {process.returncode}")
    return peak


def _family(pid: int) -> list[int]:
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return []
    return [pid, *(member for child in children for member in _family(int(child)))]


def _pss(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


def memory(counts: list[int]) -> None:
    """Prints the peak for each number of documents."""
    for documents in counts:
        with tempfile.TemporaryDirectory() as temporary:
            write_plans(Path(temporary) / "in", documents, 2)
            peak = peak_of(batch_command(Path(temporary) / "in", Path(temporary) / "out", 2))
            print(f"{documents:7} plans: {peak / 1024:.0f} MB at the most", flush=True)


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    for_speed = commands.add_parser("speed")
    for_speed.add_argument("--documents", type=int, default=300)
    for_speed.add_argument("--repeat", type=int, default=9)
    for_speed.add_argument("--paragraphs", type=int, default=18)
    commands.add_parser("memory").add_argument("--documents", type=int, nargs="+", default=[1000, 20_000])
    for_loop = commands.add_parser("loop")
    for_loop.add_argument("folder", type=Path)
    for_loop.add_argument("out", type=Path, nargs="?")
    for_loop.add_argument("share", type=int, nargs="?", default=0)
    for_loop.add_argument("shares", type=int, nargs="?", default=1)
    arguments = parser.parse_args()
    if arguments.command == "speed":
        speed(arguments.documents, arguments.paragraphs, arguments.repeat)
    elif arguments.command == "memory":
        memory(arguments.documents)
    else:
        loop(arguments.folder, arguments.out, arguments.share, arguments.shares)


if __name__ == "__main__":
    main()
