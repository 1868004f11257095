import json, sqlite3, subprocess, shutil
from pathlib import Path
from . import schemas
from .told import Told
def paths_of(pack, form, year):
    spec = schemas.load(pack, form); out=[]
    if spec["layout"]=="bands":
        for b in spec["bands"]:
            for f in b["fields"]: out.append(f"{b['task']}/{b['name']}/{f['title']}")
        return out
    out=[(schemas.path_of(f,year),f) for f in spec.get("fields",[])]
    out=[p for p,f in out]
    for b in spec.get("blocks",[]):
        out+=[f"{b['title']}/{schemas.path_of(f,year)}" for f in b["fields"]]
    return out
def ask(program, pack, paths, folder):
    out={p:Told() for p in paths}
    for s in range(0,len(paths),100):
        done=subprocess.run([str(program),"check","--pack",pack,"--json",*paths[s:s+100]],cwd=folder,capture_output=True)
        if done.returncode not in (0,1): raise SystemExit(done.stderr.decode()[:800])
        for e in json.loads(done.stdout)["files"]:
            out[e["file"]].states.append(e["state"]); out[e["file"]].findings+=e["findings"]
    W=Path(folder)/f".ws-{pack}"; shutil.rmtree(W,ignore_errors=True)
    subprocess.run([str(program),"init",str(W),"--pack",pack],check=True,capture_output=True)
    for p in paths:
        t=W/"inbox"/p; t.parent.mkdir(parents=True,exist_ok=True); shutil.copy(Path(folder)/p,t)
    d=subprocess.run([str(program),"--workspace",str(W),"run","--now","2026-01-01T00:00:00+08:00"],capture_output=True)
    if d.returncode not in (0,1): raise SystemExit(d.stderr.decode()[:800])
    db=sqlite3.connect(W/"archive"/"huizong.db")
    for sub,file,sheet,form,period in db.execute("select id,file,sheet,form,period from submission"):
        cols=paths_of(pack,form,int(period[:4]))
        for (key,name,fig) in db.execute("select key,name,figures from record where submission=?",(sub,)):
            for line in fig.splitlines():
                i,k,cell,num,step,text=line.split("\t",5)
                if k in "/": continue
                val={"f":num,"n":num or "0","d":num,"t":text,"b":num=="1"}.get(k)
                if k=="f" and text=="" and num in ("","0") : continue
                if k=="-" and text=="": continue
                out.get(file,Told()).figures.setdefault((sheet,cell),[]).append({"column":cols[int(i)],"key":name or key or None,"value":val,"raw":text})
    return out
