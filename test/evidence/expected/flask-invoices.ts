import type { Expectations } from '../expectations.ts';

export const flaskInvoices: Expectations = {
  'requirements.txt': [
    ['language', 'python', '', 'Flask==3.1.0'],
    ['framework', 'flask', '==3.1.0', 'Flask==3.1.0'],
    ['queue-worker', 'celery', '==5.4.0', 'celery'],
    ['orm', 'sqlalchemy', '==3.1.1', 'Flask-SQLAlchemy'],
    ['database', 'postgres', '==2.9.10', 'psycopg2-binary'],
    ['native-module', 'psycopg2', '==2.9.10', 'psycopg2-binary'],
    ['framework', 'gunicorn', '==23.0.0', 'gunicorn'],
    ['native-module', 'weasyprint', '==63.0', 'weasyprint'],
    ['cpu-heavy', 'pdf', '==63.0', 'weasyprint'],
  ],
  'app/__init__.py': [
    ['route', 'flask', 'GET /login', '@app.route'],
    ['route', 'flask', 'POST /login', '@app.route'],
    ['session', 'flask', 'session', 'session["user"]'],
  ],
  'app/invoices.py': [
    ['route', 'flask', 'GET /invoices', '@bp.get("/")'],
    ['server-rendering', 'jinja', 'invoices.html', 'return render_template'],
    ['route', 'flask', 'GET /invoices/{invoice_id}/pdf', '@bp.route'],
    ['queue-worker', 'celery-call', 'render.delay', 'render.delay'],
  ],
  'app/tasks.py': [
    ['secret', 'code', 'CELERY_BROKER_URL', 'CELERY_BROKER_URL'],
    ['schedule', 'celery-beat', 'crontab(hour=7, minute=30)', '"remind": {'],
    ['queue-worker', 'celery', 'render', '@celery.task\n'],
    ['process', 'subprocess', 'subprocess.run', 'subprocess.run'],
    ['queue-worker', 'celery', 'remind', '@celery.task(name'],
  ],
  Dockerfile: [
    ['image', 'python', 'python:3.12-slim', 'FROM'],
    ['runtime', 'python', '3.12', 'FROM'],
    ['native-module', 'libpango-1.0-0', 'libpango-1.0-0', 'libpango'],
    ['variable', 'dockerfile', 'FLASK_ENV', 'FLASK_ENV'],
    ['entrypoint', 'docker-cmd', 'gunicorn -w 4 -b 0.0.0.0:8000 app:create_app()', 'CMD'],
    ['replicas', 'workers', '4', 'CMD'],
  ],
};
